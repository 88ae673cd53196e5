package tapwright.agent.print.stock;

import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.page.Offset;

/**
 * Sheets with labels in rows and columns.
 *
 * @param id lower-case words joined by hyphens
 * @param title what it says on the box
 * @param label the size of one label
 * @param grid where they are on the sheet
 */
public record SheetStock(String id, String title, LabelSize label, SheetGrid grid)
    implements Stock {

  /** How many labels a sheet has. */
  public int labels() {
    return grid.columns() * grid.rows();
  }

  /** Whether the last label ends on the sheet; a tenth of a millimetre is rounding. */
  public boolean isOnPaper() {
    Offset last = origin(labels() - 1);
    return last.right() + label.width() <= grid.paper().width() + 0.1
        && last.down() + label.height() <= grid.paper().height() + 0.1;
  }

  /** Whether no label lies on another one. */
  public boolean isApart() {
    return (grid.columns() == 1 || grid.pitch().right() >= label.width() - 0.1)
        && (grid.rows() == 1 || grid.pitch().down() >= label.height() - 0.1);
  }

  /** Where a label begins; they are counted along the rows, from 0. */
  public Offset origin(int index) {
    if (index < 0 || index >= labels()) {
      throw new IllegalArgumentException(
          "index is " + index + ", allowed are 0 to " + (labels() - 1));
    }
    return grid.origin(index % grid.columns(), index / grid.columns());
  }
}
