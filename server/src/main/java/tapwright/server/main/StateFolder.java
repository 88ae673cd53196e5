package tapwright.server.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where everything lies that outlives a process. */
final class StateFolder {

  private StateFolder() {}

  /**
   * {@code $TAPWRIGHT_HOME}, else the platform's folder for a program's data; made when missing.
   */
  static Path open(Map<String, String> environment, String osName, Path home) {
    Path folder =
        Optional.ofNullable(environment.get("TAPWRIGHT_HOME"))
            .map(Path::of)
            .orElseGet(() -> ofPlatform(environment, osName.toLowerCase(Locale.ROOT), home));
    try {
      return Files.createDirectories(folder).toAbsolutePath();
    } catch (IOException e) {
      throw new ServerFault("cannot make the state folder " + folder + "; set TAPWRIGHT_HOME", e);
    }
  }

  /** As the XDG base directory text, Apple's and Microsoft's guides say. */
  private static Path ofPlatform(Map<String, String> environment, String os, Path home) {
    if (os.startsWith("windows")) {
      return in(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"), "Tapwright");
    }
    return os.startsWith("mac")
        ? home.resolve("Library/Application Support/Tapwright")
        : in(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"), "tapwright");
  }

  private static Path in(@org.jspecify.annotations.Nullable String named, Path usual, String name) {
    return (named == null || named.isEmpty() ? usual : Path.of(named)).resolve(name);
  }
}
