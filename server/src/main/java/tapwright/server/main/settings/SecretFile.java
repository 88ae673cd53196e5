package tapwright.server.main.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that holds a secret and nothing else. */
final class SecretFile {

  private SecretFile() {}

  /** Takes the secret out of the file that somebody named. */
  static void read(Setting<?> setting, String file, String place, Found.Gathering gathering) {
    try {
      gathering.add(new Given(setting, Files.readString(Path.of(file)).strip(), place));
    } catch (IOException | InvalidPathException e) {
      gathering.add(SettingsFile.unreadable(place, file, e));
    }
  }
}
