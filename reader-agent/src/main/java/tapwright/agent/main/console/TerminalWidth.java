package tapwright.agent.main.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many columns the terminal has in which a command is watched. */
public final class TerminalWidth {

  /** What terminals have had since the punched card, where this one does not tell. */
  private static final int USUAL = 80;

  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ (\\d+)");

  private TerminalWidth() {}

  /** Empty where nobody watches, or where lines cannot change in place. */
  public static OptionalInt of(Console console) {
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    return console.isTerminal() && !dumb ? OptionalInt.of(asked()) : OptionalInt.empty();
  }

  /** The terminal driver knows; Java has no call for it. */
  private static int asked() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher size = ROWS_AND_COLUMNS.matcher(said.strip());
      return size.matches() && !size.group(1).equals("0") ? Integer.parseInt(size.group(1)) : USUAL;
    } catch (IOException noTerminalDriver) {
      return USUAL;
    }
  }
}
