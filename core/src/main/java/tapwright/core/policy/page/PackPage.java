package tapwright.core.policy.page;

import java.util.ArrayList;
import java.util.List;
import tapwright.core.policy.pack.Pack;

/** A pack as a page that a lawyer can read: every clause with its source, meaning and reading. */
public final class PackPage {

  /** As wide as a terminal is. */
  private static final int WIDTH = 80;

  private static final int INDENT = 16;

  private final List<String> lines = new ArrayList<>();

  private PackPage() {}

  /** The page as plain text, line by line, none longer than a terminal is wide. */
  public static List<String> of(Pack pack) {
    PackPage page = new PackPage();
    PackSections.of(pack).forEach(page::section);
    return List.copyOf(page.lines);
  }

  /** The page as one HTML document that needs nothing besides. */
  public static String html(Pack pack) {
    return new PackHtml(pack).document();
  }

  private void section(PageSection section) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    wrapped("", section.title(), 0);
    for (PageSection.Entry entry : section.entries()) {
      String label = "  " + entry.label();
      for (PageSection.Line line : entry.lines()) {
        wrapped(label, line.plain(), INDENT);
        label = "";
      }
    }
  }

  /** The text beside its label, broken between words; a word that is too long stands alone. */
  private void wrapped(String label, String text, int indent) {
    StringBuilder line = new StringBuilder(label);
    if (label.length() >= indent && indent > 0) {
      lines.add(label);
      line.setLength(0);
    }
    line.repeat(' ', indent - line.length());
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
        line.repeat(' ', indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
  }
}
