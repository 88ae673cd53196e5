package tapwright.agent.main.console;

import java.util.StringJoiner;

/**
 * Lines brought into a window's width at their spaces, what is left over set in a little further.
 *
 * <p>A word is never cut, so that links and bytes can be copied as they are.
 *
 * @param columns of the window
 */
record WindowText(int columns) {

  private static final String FURTHER_IN = "  ";

  /** In a narrower window the terminal's own breaks are no worse. */
  private static final int NARROWEST = 20;

  String of(String text) {
    return columns < NARROWEST || text.length() <= columns ? text : broken(text);
  }

  private String broken(String text) {
    String hanging = " ".repeat(indentOf(text)) + FURTHER_IN;
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    String line = text;
    String rest = restOf(line);
    while (!rest.isEmpty()) {
      lines.add(line.substring(0, endOf(line)));
      line = hanging + rest;
      rest = restOf(line);
    }
    return lines.add(line).toString();
  }

  private String restOf(String line) {
    return line.substring(endOf(line)).strip();
  }

  /** Where the line ends: at its last space in the window, else behind its first word. */
  private int endOf(String line) {
    if (line.length() <= columns) {
      return line.length();
    }
    int indent = indentOf(line);
    int last = line.lastIndexOf(' ', columns);
    int end = last > indent ? last : line.indexOf(' ', indent);
    return end < 0 ? line.length() : end;
  }

  private static int indentOf(String line) {
    return line.length() - line.stripLeading().length();
  }
}
