package tapwright.agent.main;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a station keeps what outlives a process: journal, reader profiles, settings.
 *
 * @param path need not exist yet
 */
record StateFolder(Path path) {

  /** The variable that names the folder. */
  static final String VARIABLE = "TAPWRIGHT_HOME";

  /**
   * The folder that the environment names, else the platform's for data of programs.
   *
   * @param operatingSystem as the system property os.name has it
   * @param home the user's home folder
   */
  static StateFolder of(Map<String, String> environment, String operatingSystem, Path home) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isBlank()) {
      return new StateFolder(Path.of(named));
    }
    if (operatingSystem.startsWith("Windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      Path base = local.isBlank() ? home.resolve("AppData/Local") : Path.of(local);
      return new StateFolder(base.resolve("Tapwright"));
    }
    if (operatingSystem.startsWith("Mac")) {
      return new StateFolder(home.resolve("Library/Application Support/Tapwright"));
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base = data.isBlank() ? home.resolve(".local/share") : Path.of(data);
    return new StateFolder(base.resolve("tapwright"));
  }

  /** The folder of this process. */
  static StateFolder ofProcess() {
    return of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /** A file in the folder. */
  Path file(String name) {
    return path.resolve(name);
  }
}
