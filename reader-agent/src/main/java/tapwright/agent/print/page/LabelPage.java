package tapwright.agent.print.page;

import java.util.List;

/**
 * A drawn surface: one label, one face of a card or one sheet.
 *
 * @param size how large it is
 * @param marks what is on it, in the order of drawing
 */
public record LabelPage(LabelSize size, List<Mark> marks) {

  public LabelPage {
    marks = List.copyOf(marks);
  }

  /** The same surface with what is on it moved, for a printer that misses. */
  public LabelPage moved(Offset by) {
    return by.equals(Offset.NONE)
        ? this
        : new LabelPage(size, marks.stream().map(mark -> mark.moved(by)).toList());
  }
}
