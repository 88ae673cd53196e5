package tapwright.server.main.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.core.Refusal;
import tapwright.core.StateLocation;

/** Reads settings from where they may be given: a flag beats the environment beats the file. */
public final class SettingsReader {

  /** The flag that names another settings file. */
  static final String FILE_FLAG = "--settings";

  private static final String FILE_VARIABLE = "TAPWRIGHT_SETTINGS";

  private SettingsReader() {}

  /**
   * Where settings are looked for.
   *
   * @param flags what was typed, by flag
   * @param home the state folder, in which the settings file lies unless another is named
   */
  public record Sources(Map<String, String> flags, Map<String, String> environment, Path home) {

    public Sources {
      flags = Map.copyOf(flags);
      environment = Map.copyOf(environment);
    }

    /** Those of this process. */
    public static Sources ofThisProcess(Map<String, String> flags) {
      String home =
          StateLocation.of(
              System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
      return new Sources(flags, System.getenv(), Path.of(home));
    }
  }

  /** What is in force for a command that has no flags for settings. */
  public static Settings ofThisProcess() {
    return read(Sources.ofThisProcess(Map.of()));
  }

  /**
   * What is in force.
   *
   * @throws UnusableSettings where anything is wrong with what was given, even where something
   *     stronger is given beside it
   */
  public static Settings read(Sources sources) {
    List<Found> strongestFirst =
        List.of(typed(sources.flags()), Variables.in(sources.environment()), file(sources));
    stopAt(strongestFirst.stream().flatMap(found -> found.refusals().stream()).toList());
    Map<Setting<?>, Given> inForce = new LinkedHashMap<>();
    strongestFirst.stream()
        .flatMap(found -> found.given().stream())
        .forEach(one -> inForce.putIfAbsent(one.setting(), one));
    Settings settings = new Settings(inForce);
    stopAt(Companions.missing(settings));
    return settings;
  }

  private static void stopAt(List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      throw new UnusableSettings(refusals);
    }
  }

  private static Found typed(Map<String, String> flags) {
    Found.Gathering gathering = new Found.Gathering();
    for (Setting<?> setting : ServerSettings.ALL) {
      Optional.ofNullable(flags.get(setting.flag()))
          .ifPresent(text -> gathering.add(new Given(setting, text, setting.flag())));
    }
    return gathering.found();
  }

  /** The file that was named has to be there; the one of the state folder need not. */
  private static Found file(Sources sources) {
    return Stream.of(named(FILE_FLAG, sources.flags()), named(FILE_VARIABLE, sources.environment()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> ofHome(sources.home().resolve(SettingsFile.NAME)));
  }

  private static Optional<Found> named(String name, Map<String, String> where) {
    return Optional.ofNullable(where.get(name))
        .filter(file -> !file.isBlank())
        .map(file -> SettingsFile.in(Path.of(file), name));
  }

  private static Found ofHome(Path file) {
    return Files.exists(file) ? SettingsFile.in(file, "the state folder") : Found.NOTHING;
  }
}
