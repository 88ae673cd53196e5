package tapwright.server.main.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tapwright.core.StateLocation;

/** Where everything lies that outlives a process. */
public final class StateFolder {

  private StateFolder() {}

  /** The folder that this process was told to use; it may not be there yet. */
  public static Path ofThisProcess() {
    return of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  private static Path of(Map<String, String> environment, String osName, Path home) {
    return Path.of(StateLocation.of(environment, osName, home.toString()));
  }

  /** The folder where {@link StateLocation} says; made when missing. */
  static Path open() {
    Path folder = ofThisProcess();
    try {
      return Files.createDirectories(folder).toAbsolutePath();
    } catch (IOException e) {
      throw new ServerFault(
          "cannot make the state folder " + folder + "; set " + StateLocation.VARIABLE, e);
    }
  }
}
