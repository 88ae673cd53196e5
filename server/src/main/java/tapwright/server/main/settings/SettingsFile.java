package tapwright.server.main.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.yaml.Reading;
import tapwright.core.yaml.YamlNode;
import tapwright.core.yaml.YamlText;

/** The settings file: a YAML mapping from names of settings to values. */
final class SettingsFile {

  /** In the state folder, where no other is named. */
  static final String NAME = "server.yaml";

  private SettingsFile() {}

  /**
   * What the file gives.
   *
   * @param namedBy the flag or the variable that names it
   */
  static Found in(Path file, String namedBy) {
    try {
      String text = Files.readString(file);
      return isEmpty(text) ? Found.NOTHING : found(file.toString(), text);
    } catch (IOException e) {
      return refused(unreadable(namedBy, file.toString(), e));
    }
  }

  /** Comments alone set nothing. */
  private static boolean isEmpty(String text) {
    return text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
  }

  private static Found found(String file, String text) {
    YamlText yaml = new YamlText(file, text, SettingsRefusal::of);
    return switch (Reading.of(() -> gathered(yaml.root()))) {
      case Checked.Passed<Found>(Found found) -> found;
      case Checked.Refused<Found>(Refusal malformed) -> refused(malformed);
    };
  }

  private static Found refused(Refusal refusal) {
    return new Found(List.of(), List.of(refusal));
  }

  /** That a file which somebody named cannot be read; what is in it is not shown. */
  static Refusal unreadable(String namedBy, String file, Exception e) {
    String problem =
        e instanceof NoSuchFileException ? "it is not there" : e.getClass().getSimpleName();
    return SettingsRefusal.UNREADABLE.with("place", namedBy, "file", file, "problem", problem);
  }

  private static Found gathered(YamlNode document) {
    Found.Gathering gathering = new Found.Gathering();
    for (Map.Entry<String, YamlNode> entry : document.names().entries().entrySet()) {
      take(entry.getKey(), entry.getValue(), gathering);
    }
    return gathering.found();
  }

  private static void take(String name, YamlNode value, Found.Gathering gathering) {
    String place = name + " at " + value.place();
    Optional<Setting<?>> inFile =
        ServerSettings.where(one -> one.isSecret() && name.equals(one.fileName()));
    Optional<Setting<?>> open = ServerSettings.where(one -> name.equals(one.name()));
    if (inFile.isPresent()) {
      SecretFile.read(inFile.get(), text(value), place, gathering);
    } else if (open.isEmpty()) {
      gathering.addUnknown(value.place(), name, Names.keys());
    } else if (open.get().isSecret()) {
      gathering.add(
          SettingsRefusal.SECRET_IN_FILE.with(
              "place", value.place(), "seen", name, "allowed", open.get().fileName()));
    } else {
      gathering.add(new Given(open.get(), text(value), place));
    }
  }

  /** A list is what has commas on a command line. */
  private static String text(YamlNode value) {
    return value.listOrOne().stream().map(YamlNode::text).collect(Collectors.joining(","));
  }
}
