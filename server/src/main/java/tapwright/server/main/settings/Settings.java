package tapwright.server.main.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in force: of each setting its value and whence it comes. */
public final class Settings {

  static final String MASKED = "(secret)";

  /** Where a value comes from that nobody gave. */
  static final String BUILT_IN = "built in";

  private final Map<Setting<?>, Given> given;

  Settings(Map<Setting<?>, Given> given) {
    this.given = Map.copyOf(given);
  }

  /**
   * A setting as it may be shown.
   *
   * @param whence where it was given
   */
  public record InForce(String name, String value, String whence) {}

  /** The value of a setting that always has one. */
  public <T> T get(Setting<T> setting) {
    return find(setting)
        .orElseThrow(() -> new IllegalStateException(setting.name() + " has no usual value"));
  }

  /** The value; empty where none was given and none is usual. */
  public <T> Optional<T> find(Setting<T> setting) {
    return text(setting).flatMap(setting.kind().reader());
  }

  private Optional<String> text(Setting<?> setting) {
    Given one = given.get(setting);
    if (one != null) {
      return Optional.of(one.text());
    }
    return setting.hasUsual() ? Optional.of(setting.usual()) : Optional.empty();
  }

  /** How messages name the setting: by where its value was given. */
  public String placeOf(Setting<?> setting) {
    Given one = given.get(setting);
    return one == null ? setting.flag() : one.place();
  }

  /** How many settings somebody gave. */
  public int givenCount() {
    return given.size();
  }

  /** All settings with what is in force, in the order of help. */
  public List<InForce> all() {
    return ServerSettings.ALL.stream().map(this::inForce).toList();
  }

  private InForce inForce(Setting<?> setting) {
    Given one = given.get(setting);
    return one == null
        ? new InForce(setting.name(), setting.usual(), BUILT_IN)
        : new InForce(setting.name(), setting.isSecret() ? MASKED : plain(one), one.place());
  }

  /** Without the unit that messages add. */
  private static String plain(Given one) {
    return one.shown().startsWith(one.text()) ? one.text() : one.shown();
  }
}
