package tapwright.agent.print;

import java.util.ArrayList;
import java.util.List;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.Ink;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.page.Mark;
import tapwright.agent.print.page.Offset;
import tapwright.agent.print.page.TextMark;
import tapwright.agent.print.stock.SheetStock;
import tapwright.agent.print.text.ShapedLine;
import tapwright.agent.print.text.SizeRange;
import tapwright.agent.print.text.TextFit;
import tapwright.agent.print.text.TextRoom;
import tapwright.agent.print.text.Weight;
import tapwright.core.Checked;

/** What stands around the labels of a sheet: its title, its number and marks to cut along. */
final class SheetFrame {

  private static final Ink GREY = new Ink(0x777777);
  private static final Ink PALE = new Ink(0x9A9A9A);

  private static final double POINTS = 7;
  private static final double ABOVE_LABELS = 7;
  private static final double CUT_MARK = 2.5;
  private static final double HAIRLINE = 0.09;

  private final SheetStock stock;
  private final String title;
  private final int labels;

  SheetFrame(SheetStock stock, String title, int labels) {
    this.stock = stock;
    this.title = title;
    this.labels = labels;
  }

  SheetStock stock() {
    return stock;
  }

  /** How many sheets the labels take, at least one. */
  int sheets() {
    return Math.max(1, (labels + stock.labels() - 1) / stock.labels());
  }

  LabelPage empty() {
    return new LabelPage(stock.grid().paper(), List.of());
  }

  /** The sheet with its frame. */
  LabelPage around(int number, LabelPage sheet) {
    List<Mark> marks = new ArrayList<>(sheet.marks());
    Offset first = stock.origin(0);
    double baseline = first.down() - ABOVE_LABELS;
    text(title).forEach(line -> marks.add(new TextMark(line, first.right(), baseline, GREY)));
    for (ShapedLine line : text(number + " / " + sheets())) {
      double right = sheet.size().width() - first.right();
      marks.add(new TextMark(line, right - line.widthMillimetres(), baseline, GREY));
    }
    cutMarks(marks);
    return new LabelPage(sheet.size(), marks);
  }

  /** A title that cannot be printed is left out. */
  private List<ShapedLine> text(String text) {
    SizeRange size = new SizeRange(POINTS, POINTS);
    TextRoom room = new TextRoom(stock.grid().paper().width() / 2, 5, size, 1);
    return new TextFit(Weight.REGULAR, room).lines("title", text)
            instanceof Checked.Passed<List<ShapedLine>>(List<ShapedLine> lines)
        ? lines
        : List.of();
  }

  /**
   * Short ticks where cuts meet, only outside of the labels, so that nothing is left after them.
   */
  private void cutMarks(List<Mark> marks) {
    Offset first = stock.origin(0);
    Offset last = stock.origin(stock.labels() - 1);
    LabelSize label = stock.label();
    double right = last.right() + label.width();
    double bottom = last.down() + label.height();
    for (int column = 0; column <= stock.grid().columns(); column++) {
      double x = first.right() + column * stock.grid().pitch().right();
      tick(marks, new Frame(x, first.down() - 1 - CUT_MARK, HAIRLINE, CUT_MARK));
      tick(marks, new Frame(x, bottom + 1, HAIRLINE, CUT_MARK));
    }
    for (int row = 0; row <= stock.grid().rows(); row++) {
      double y = first.down() + row * stock.grid().pitch().down();
      tick(marks, new Frame(first.right() - 1 - CUT_MARK, y, CUT_MARK, HAIRLINE));
      tick(marks, new Frame(right + 1, y, CUT_MARK, HAIRLINE));
    }
  }

  private static void tick(List<Mark> marks, Frame frame) {
    marks.add(new FilledMark(frame, PALE));
  }
}
