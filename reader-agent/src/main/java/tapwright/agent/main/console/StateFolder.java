package tapwright.agent.main.console;

import java.nio.file.Path;
import java.util.Map;
import tapwright.core.StateLocation;

/**
 * Where a station keeps what outlives a process: journal, reader profiles, settings.
 *
 * @param path need not exist yet
 */
public record StateFolder(Path path) {

  /** The folder of this process. */
  static StateFolder ofProcess() {
    return of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  public static StateFolder of(Map<String, String> environment, String operatingSystem, Path home) {
    return new StateFolder(
        Path.of(StateLocation.of(environment, operatingSystem, home.toString())));
  }

  /** A file in the folder. */
  public Path file(String name) {
    return path.resolve(name);
  }
}
