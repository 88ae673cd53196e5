package tapwright.agent.main.demo;

import java.util.ArrayList;
import java.util.List;

/** Text broken at spaces into lines that a narrow window shows whole. */
final class Wrapped {

  private static final int WIDTH = 74;

  private Wrapped() {}

  /** The lines; those after the first stand two columns in. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() >= WIDTH && !line.isEmpty()) {
        lines.add(line.toString());
        line = new StringBuilder("  ");
      } else if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
