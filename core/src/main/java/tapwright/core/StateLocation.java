package tapwright.core;

import java.util.Locale;
import java.util.Map;

/**
 * Where everything lies that outlives a process: one rule for the agent and the server.
 *
 * <p>As the XDG base directory text, Apple's and Microsoft's guides say.
 */
public final class StateLocation {

  /** The variable that names the folder. */
  public static final String VARIABLE = "TAPWRIGHT_HOME";

  private StateLocation() {}

  /**
   * The folder's path: what the environment names, else the platform's for data of programs. A
   * variable that is set to blanks names nothing.
   *
   * @param operatingSystem as the system property os.name has it
   * @param home the user's home folder
   */
  public static String of(Map<String, String> environment, String operatingSystem, String home) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isBlank()) {
      return named;
    }
    String system = operatingSystem.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return base(environment, "LOCALAPPDATA", home + "/AppData/Local") + "/Tapwright";
    }
    return system.startsWith("mac")
        ? home + "/Library/Application Support/Tapwright"
        : base(environment, "XDG_DATA_HOME", home + "/.local/share") + "/tapwright";
  }

  private static String base(Map<String, String> environment, String variable, String usual) {
    String named = environment.getOrDefault(variable, "");
    return named.isBlank() ? usual : named;
  }
}
