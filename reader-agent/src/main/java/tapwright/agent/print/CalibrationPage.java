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
import tapwright.agent.print.stock.SingleStock;
import tapwright.agent.print.stock.Stock;
import tapwright.agent.print.text.TextShaper;
import tapwright.agent.print.text.Weight;

/**
 * A page that shows by how much a printer misses the stock: a frame 3 mm inside of each label, and
 * rulers of millimetres in the first one. Where the printed frame is 3 mm from each edge, nothing
 * needs to be corrected.
 */
public final class CalibrationPage {

  /** How far the frame is from the label's edge. */
  static final double INSIDE = 3;

  private static final double LINE = 0.15;
  private static final double TICK = 1;
  private static final double LONG_TICK = 2;
  private static final double LETTERS = 2;

  private final LabelSize label;
  private final List<Mark> marks = new ArrayList<>();

  private CalibrationPage(LabelSize label) {
    this.label = label;
  }

  /** The page for the stock: one label, or a sheet of them. */
  public static LabelPage of(Stock stock) {
    CalibrationPage page = new CalibrationPage(stock.label());
    return switch (stock) {
      case SingleStock single -> {
        page.first(Offset.NONE);
        yield new LabelPage(single.label(), page.marks);
      }
      case SheetStock sheet -> {
        for (int i = 0; i < sheet.labels(); i++) {
          page.frame(sheet.origin(i));
        }
        page.first(sheet.origin(0));
        yield new LabelPage(sheet.grid().paper(), page.marks);
      }
    };
  }

  private void first(Offset at) {
    frame(at);
    for (int i = 1; i < label.width() - 2 * INSIDE; i++) {
      bar(at, new Frame(INSIDE + i, INSIDE, LINE, i % 5 == 0 ? LONG_TICK : TICK));
    }
    for (int i = 1; i < label.height() - 2 * INSIDE; i++) {
      bar(at, new Frame(INSIDE, INSIDE + i, i % 5 == 0 ? LONG_TICK : TICK, LINE));
    }
    // Each mark is made for a page and then moved, as labels are.
    marks.add(
        new TextMark(
                new TextShaper(Weight.REGULAR).shape("3 mm to each edge", false).sized(LETTERS),
                INSIDE + LONG_TICK + 1,
                INSIDE + LONG_TICK + 1 + LETTERS,
                Ink.BLACK)
            .moved(at));
  }

  private void frame(Offset at) {
    double width = label.width() - 2 * INSIDE;
    double height = label.height() - 2 * INSIDE;
    bar(at, new Frame(INSIDE, INSIDE, width, LINE));
    bar(at, new Frame(INSIDE, INSIDE + height - LINE, width, LINE));
    bar(at, new Frame(INSIDE, INSIDE, LINE, height));
    bar(at, new Frame(INSIDE + width - LINE, INSIDE, LINE, height));
  }

  private void bar(Offset at, Frame frame) {
    marks.add(new FilledMark(frame.moved(at), Ink.BLACK));
  }
}
