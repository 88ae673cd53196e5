package tapwright.core.policy.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page on a pack: a heading and labelled entries.
 *
 * @param anchor where links lead
 * @param title the heading
 * @param entries in order
 */
record PageSection(String anchor, String title, List<Entry> entries) {

  PageSection {
    entries = List.copyOf(entries);
  }

  /**
   * A labelled line or several.
   *
   * @param label what the lines are
   * @param lines the lines
   */
  record Entry(String label, List<Line> lines) {

    Entry {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of text that may begin with a link.
   *
   * @param link the id of the clause to which it leads; null for plain text
   * @param text what follows the link, or all of it
   */
  record Line(@Nullable String link, String text) {

    static Line of(String text) {
      return new Line(null, text);
    }

    /** The line without its link. */
    String plain() {
      return link == null ? text : link + " " + text;
    }
  }
}
