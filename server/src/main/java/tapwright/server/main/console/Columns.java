package tapwright.server.main.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many characters a line may have.
 *
 * @param count at least {@link #NARROWEST}
 */
public record Columns(int count) {

  private static final int USUAL = 80;

  /** What is narrower breaks words apart from what they speak of. */
  public static final int NARROWEST = 40;

  private static final int SET_IN = 6;

  /** What the environment says, else the usual. */
  public static Columns of(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return new Columns(
        columns.matches("[1-9]\\d{0,3}") ? Math.max(NARROWEST, Integer.parseInt(columns)) : USUAL);
  }

  /** Broken between words; what goes on is set in. A word that is too long stays whole. */
  public List<String> wrapped(List<String> lines) {
    return lines.stream().flatMap(line -> wrapped(line).stream()).toList();
  }

  private List<String> wrapped(String line) {
    List<String> parts = new ArrayList<>();
    String further = " ".repeat(Math.max(SET_IN, indent(line) + 2));
    String rest = line;
    while (rest.length() > count) {
      int end = rest.lastIndexOf(' ', count);
      if (end <= indent(rest)) {
        break;
      }
      parts.add(rest.substring(0, end));
      rest = further + rest.substring(end + 1);
    }
    parts.add(rest);
    return parts;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
