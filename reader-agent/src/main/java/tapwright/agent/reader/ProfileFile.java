package tapwright.agent.reader;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Reads one profile: lines of {@code key = value}, each key once, and comments after #. */
final class ProfileFile {

  private static final String ALL_KEYS =
      Arrays.stream(ProfileKey.values()).map(ProfileKey::label).collect(Collectors.joining(", "));

  private final String file;
  private final Map<ProfileKey, String> values = new EnumMap<>(ProfileKey.class);

  private ProfileFile(String file) {
    this.file = file;
  }

  /** The profile in the text, or the first thing that is wrong with it. */
  static Checked<ReaderProfile> parse(String id, String text) {
    ProfileFile read = new ProfileFile(id + ".profile");
    int number = 0;
    for (String line : text.split("\n", -1)) {
      Optional<Refusal> refusal = read.take(++number, line.strip());
      if (refusal.isPresent()) {
        return Checked.refused(refusal.get());
      }
    }
    return read.missing().map(Checked::<ReaderProfile>refused).orElseGet(() -> read.profile(id));
  }

  private Optional<Refusal> take(int number, String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return Optional.empty();
    }
    String[] parts = line.split(" *= *", 2);
    if (parts.length < 2) {
      return refused(ReaderRefusal.PROFILE_LINE, number, "seen", line);
    }
    Optional<ProfileKey> key = ProfileKey.ofLabel(parts[0]);
    return key.isPresent()
        ? set(number, key.get(), parts[1])
        : refused(ReaderRefusal.PROFILE_KEY_UNKNOWN, number, "seen", parts[0], "allowed", ALL_KEYS);
  }

  private Optional<Refusal> set(int number, ProfileKey key, String value) {
    if (!key.accepts(value)) {
      return refused(
          ReaderRefusal.PROFILE_VALUE,
          number,
          "key",
          key.label(),
          "seen",
          value,
          "allowed",
          key.allowed());
    }
    return values.put(key, value) == null
        ? Optional.empty()
        : refused(ReaderRefusal.PROFILE_KEY_TWICE, number, "seen", key.label());
  }

  private Optional<Refusal> refused(ReaderRefusal why, int line, Object... details) {
    Object[] all = new Object[details.length + 4];
    all[0] = "file";
    all[1] = file;
    all[2] = "line";
    all[3] = line;
    System.arraycopy(details, 0, all, 4, details.length);
    return Optional.of(why.with(all));
  }

  private Optional<Refusal> missing() {
    return Arrays.stream(ProfileKey.values())
        .filter(key -> !values.containsKey(key))
        .findFirst()
        .map(
            key ->
                ReaderRefusal.PROFILE_KEY_MISSING.with(
                    "file", file, "seen", key.label(), "allowed", ALL_KEYS));
  }

  private Checked<ReaderProfile> profile(String id) {
    return Checked.passed(
        new ReaderProfile(
            id,
            new ReaderProfile.Naming(
                value(ProfileKey.TITLE),
                list(ProfileKey.NAMES, " \\| "),
                list(ProfileKey.OTHER_SLOTS, " \\| ")),
            abilities(),
            signals()));
  }

  private ReaderProfile.Abilities abilities() {
    List<NativePath> paths =
        list(ProfileKey.PATHS, ", ").stream()
            .map(label -> NativePath.ofLabel(label).orElseThrow())
            .distinct()
            .toList();
    return new ReaderProfile.Abilities(
        paths,
        Integer.parseInt(value(ProfileKey.PAGES_PER_FAST_READ)),
        Integer.parseInt(value(ProfileKey.BYTES_PER_READ)),
        new ReaderProfile.FourBits(bytes(ProfileKey.ACKNOWLEDGEMENT), bytes(ProfileKey.REFUSAL)));
  }

  private SignalCommands signals() {
    Map<Signal, List<Bytes>> commands = new EnumMap<>(Signal.class);
    commands.put(Signal.GOOD, commands(ProfileKey.GOOD));
    commands.put(Signal.BAD, commands(ProfileKey.BAD));
    commands.put(Signal.QUIET, commands(ProfileKey.QUIET));
    String way = value(ProfileKey.SIGNALS_BY).toUpperCase(Locale.ROOT);
    return new SignalCommands(SignalCommands.Way.valueOf(way), commands);
  }

  private List<Bytes> commands(ProfileKey key) {
    return list(key, ", ").stream().map(Bytes::ofHex).toList();
  }

  private Bytes bytes(ProfileKey key) {
    return commands(key).stream().findFirst().orElse(Bytes.EMPTY);
  }

  private List<String> list(ProfileKey key, String separator) {
    String value = value(key);
    return value.equals(ProfileKey.NONE) ? List.of() : List.of(value.split(separator));
  }

  private String value(ProfileKey key) {
    return Optional.ofNullable(values.get(key)).orElseThrow();
  }
}
