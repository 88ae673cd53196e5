package tapwright.server.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tapwright.core.StateLocation;

/** Where everything lies that outlives a process. */
final class StateFolder {

  private StateFolder() {}

  /** The folder where {@link StateLocation} says; made when missing. */
  static Path open(Map<String, String> environment, String osName, Path home) {
    Path folder = Path.of(StateLocation.of(environment, osName, home.toString()));
    try {
      return Files.createDirectories(folder).toAbsolutePath();
    } catch (IOException e) {
      throw new ServerFault(
          "cannot make the state folder " + folder + "; set " + StateLocation.VARIABLE, e);
    }
  }
}
