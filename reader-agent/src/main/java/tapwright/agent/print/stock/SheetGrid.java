package tapwright.agent.print.stock;

import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.page.Offset;

/**
 * Where labels lie on a sheet.
 *
 * @param paper the sheet
 * @param first where the first label begins
 * @param pitch from where one label begins to where the next one does
 * @param count how many columns and rows
 */
public record SheetGrid(LabelSize paper, Offset first, Offset pitch, Count count) {

  /**
   * How many labels are beside and below each other.
   *
   * @param columns 1 or more
   * @param rows 1 or more
   */
  public record Count(int columns, int rows) {

    public Count {
      if (columns < 1 || rows < 1) {
        throw new IllegalArgumentException(
            "the count is " + columns + " by " + rows + ", allowed are 1 and more");
      }
    }
  }

  /** A grid whose margins left and right are the same, and those above and below. */
  static SheetGrid inTheMiddle(Paper paper, LabelSize label, Offset pitch, Count count) {
    double across = (count.columns - 1) * pitch.right() + label.width();
    double down = (count.rows - 1) * pitch.down() + label.height();
    LabelSize sheet = paper.size();
    Offset first = new Offset((sheet.width() - across) / 2, (sheet.height() - down) / 2);
    return new SheetGrid(sheet, first, pitch, count);
  }

  public int columns() {
    return count.columns();
  }

  public int rows() {
    return count.rows();
  }

  Offset origin(int column, int row) {
    return new Offset(first.right() + column * pitch.right(), first.down() + row * pitch.down());
  }
}
