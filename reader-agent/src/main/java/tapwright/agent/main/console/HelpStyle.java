package tapwright.agent.main.console;

import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/**
 * How help texts look: as wide as the window, and without colours, of which each is hard to read on
 * light or on dark ground.
 */
public final class HelpStyle {

  /** What picocli can make readable at least, and where lines become too long to read. */
  private static final int NARROWEST = 55;

  private static final int WIDEST = 110;

  private static final int USUAL = 80;

  private HelpStyle() {}

  /**
   * Gives a command line's help its width and, for who asks for none, takes its colours.
   *
   * @param terminal its columns; empty where nobody watches
   */
  public static void apply(
      CommandLine line, Map<String, String> environment, OptionalInt terminal) {
    line.setUsageHelpWidth(width(environment, terminal));
    line.setColorScheme(scheme(environment));
  }

  /** What the environment says is the user's own word. */
  static int width(Map<String, String> environment, OptionalInt terminal) {
    String columns = environment.getOrDefault("COLUMNS", "");
    int wanted =
        columns.matches("[1-9]\\d{0,3}") ? Integer.parseInt(columns) : terminal.orElse(USUAL);
    return Math.clamp(wanted, NARROWEST, WIDEST);
  }

  private static ColorScheme scheme(Map<String, String> environment) {
    return new ColorScheme.Builder(isPlain(environment) ? Ansi.OFF : Ansi.AUTO)
        .commands(Style.bold)
        .options(Style.bold)
        .parameters(Style.bold)
        .build();
  }

  /** Whether escape sequences are not wanted (no-color.org), or not understood. */
  static boolean isPlain(Map<String, String> environment) {
    return !environment.getOrDefault("NO_COLOR", "").isEmpty()
        || environment.getOrDefault("TERM", "").equals("dumb");
  }
}
