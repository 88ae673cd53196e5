package tapwright.agent.print;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.qr.Correction;
import tapwright.core.qr.QrSymbol;

/**
 * A4 sheets of labels, three beside each other and eight below, each with a symbol and its caption.
 *
 * <pre>
 *  ┌ 63.3 mm ──────────────────┐
 *  │  ┌────────┐               │
 *  │  │ symbol │ Name          │ 33 mm
 *  │  │ 27 mm  │ order         │
 *  │  └────────┘ link          │
 *  └───────────────────────────┘
 * </pre>
 */
public final class QrSheet {

  /** ISO 216. */
  private static final double PAGE_WIDTH = 210;

  private static final double PAGE_HEIGHT = 297;

  private static final int COLUMNS = 3;
  private static final int ROWS = 8;
  private static final int LABELS_PER_PAGE = COLUMNS * ROWS;

  /** What most printers leave white at the sides; the head takes the page number. */
  private static final double SIDE = 10;

  private static final double HEAD = 18;

  private static final double LABEL_WIDTH = (PAGE_WIDTH - 2 * SIDE) / COLUMNS;
  private static final double LABEL_HEIGHT = 33;

  /** The room of a symbol with its quiet zone. */
  private static final double SYMBOL_SIDE = 27;

  private static final double SYMBOL_LEFT = 2;
  private static final double SYMBOL_TOP = (LABEL_HEIGHT - SYMBOL_SIDE) / 2;
  private static final double TEXT_LEFT = SYMBOL_LEFT + SYMBOL_SIDE + 1;
  private static final double TEXT_WIDTH = LABEL_WIDTH - TEXT_LEFT - 3;

  /** Below this, phones need a steady hand and office printers smear. */
  private static final double SMALLEST_MODULE = 0.4;

  /** Above this a short link's symbol only looks clumsy. */
  private static final double LARGEST_MODULE = 0.8;

  private static final double CUT_MARK = 2.5;
  private static final double HAIRLINE_POINTS = 0.25;
  private static final Color CUT_MARK_COLOUR = new Color(0x9A9A9A);

  /** Left out in print: the symbol has it, and people type the rest. */
  private static final Pattern SCHEME = Pattern.compile("(?i)^https?://");

  private final String title;
  private final List<Placed> labels;

  private QrSheet(String title, List<Placed> labels) {
    this.title = title;
    this.labels = labels;
  }

  /** The sheets as a PDF file, or why one of the labels cannot be printed. */
  public static Checked<Bytes> pdf(String title, List<SheetLabel> labels) {
    List<Placed> placed = new ArrayList<>();
    for (SheetLabel label : labels) {
      switch (place(placed.size() + 1, label)) {
        case Checked.Passed<Placed>(Placed one) -> placed.add(one);
        case Checked.Refused<Placed>(Refusal refusal) -> {
          return Checked.refused(refusal);
        }
      }
    }
    return Checked.passed(PdfFile.drawn(labels.hashCode(), new QrSheet(title, placed)::drawPages));
  }

  /** A label with the symbol that was read again and the module size that fills its room. */
  private static Checked<Placed> place(int number, SheetLabel label) {
    return QrSymbol.of(label.link(), Correction.MEDIUM)
        .then(
            symbol -> {
              double module = Math.min(LARGEST_MODULE, SYMBOL_SIDE / symbol.sizeWithQuietZone());
              return module >= SMALLEST_MODULE
                  ? Checked.passed(new Placed(label, symbol, module))
                  : Checked.refused(tooDense(number, label, module));
            });
  }

  private static Refusal tooDense(int number, SheetLabel label, double module) {
    return PrintRefusal.TOO_DENSE.with(
        "label",
        number,
        "seen",
        label.link().length(),
        "module",
        String.format(Locale.ROOT, "%.2f", module),
        "allowed",
        SMALLEST_MODULE);
  }

  private void drawPages(PDDocument document) {
    CaptionFont font = CaptionFont.embeddedIn(document);
    int pages = Math.max(1, (labels.size() + LABELS_PER_PAGE - 1) / LABELS_PER_PAGE);
    for (int page = 0; page < pages; page++) {
      try (PdfCanvas canvas = new PdfCanvas(document, PAGE_WIDTH, PAGE_HEIGHT)) {
        drawHead(canvas, font, (page + 1) + " / " + pages);
        drawLabels(canvas, font, page * LABELS_PER_PAGE);
        drawCutMarks(canvas);
      }
    }
  }

  private void drawHead(PdfCanvas canvas, CaptionFont font, String pageNumber) {
    double baseline = HEAD - 7;
    String shown = CaptionFont.composed(title);
    if (font.prints(shown)) {
      List<String> line = font.lines(shown, Caption.HEAD.sizePoints(), PAGE_WIDTH / 2, 1);
      Caption.HEAD.write(canvas, font, SIDE, baseline, line.getFirst());
    }
    double width = font.widthMillimetres(pageNumber, Caption.HEAD.sizePoints());
    Caption.HEAD.write(canvas, font, PAGE_WIDTH - SIDE - width, baseline, pageNumber);
  }

  private void drawLabels(PdfCanvas canvas, CaptionFont font, int first) {
    int end = Math.min(labels.size(), first + LABELS_PER_PAGE);
    for (int i = first; i < end; i++) {
      int cell = i - first;
      int row = cell / COLUMNS;
      double left = SIDE + cell % COLUMNS * LABEL_WIDTH;
      double top = HEAD + row * LABEL_HEIGHT;
      drawSymbol(canvas, labels.get(i), left, top);
      drawCaption(canvas, font, labels.get(i).label, left + TEXT_LEFT, top);
    }
  }

  private static void drawSymbol(PdfCanvas canvas, Placed placed, double left, double top) {
    double spare = (SYMBOL_SIDE - placed.symbol.sizeWithQuietZone() * placed.module) / 2;
    canvas.symbol(
        placed.symbol, placed.module, left + SYMBOL_LEFT + spare, top + SYMBOL_TOP + spare);
  }

  /** Name, order and link below each other, as a block in the middle of the label's height. */
  private static void drawCaption(
      PdfCanvas canvas, CaptionFont font, SheetLabel label, double left, double top) {
    List<Line> lines = new ArrayList<>();
    addLines(lines, font, Caption.NAME, label.name());
    addLines(lines, font, Caption.ORDER, label.order());
    addLines(lines, font, Caption.LINK, SCHEME.matcher(label.link()).replaceFirst(""));
    double height = lines.stream().mapToDouble(line -> line.style.lineMillimetres()).sum();
    double baseline = top + (LABEL_HEIGHT - height) / 2;
    for (Line line : lines) {
      baseline += line.style.lineMillimetres();
      line.style.write(canvas, font, left, baseline - line.style.belowBaseline(), line.text);
    }
  }

  private static void addLines(List<Line> lines, CaptionFont font, Caption style, String text) {
    String shown = CaptionFont.composed(text);
    if (font.prints(shown)) {
      font.lines(shown, style.sizePoints(), TEXT_WIDTH, style.maxLines())
          .forEach(line -> lines.add(new Line(style, line)));
    }
  }

  /**
   * Short ticks where cuts meet, only outside of the labels, so that nothing is left after them.
   */
  private static void drawCutMarks(PdfCanvas canvas) {
    double bottom = HEAD + ROWS * LABEL_HEIGHT;
    for (int column = 0; column <= COLUMNS; column++) {
      double x = SIDE + column * LABEL_WIDTH;
      cut(canvas, x, HEAD - 1 - CUT_MARK, x, HEAD - 1);
      cut(canvas, x, bottom + 1, x, bottom + 1 + CUT_MARK);
    }
    for (int row = 0; row <= ROWS; row++) {
      double y = HEAD + row * LABEL_HEIGHT;
      cut(canvas, SIDE - 1 - CUT_MARK, y, SIDE - 1, y);
      cut(canvas, PAGE_WIDTH - SIDE + 1, y, PAGE_WIDTH - SIDE + 1 + CUT_MARK, y);
    }
  }

  private static void cut(PdfCanvas canvas, double x1, double y1, double x2, double y2) {
    canvas.line(CUT_MARK_COLOUR, HAIRLINE_POINTS, x1, y1, x2, y2);
  }

  private record Placed(SheetLabel label, QrSymbol symbol, double module) {}

  private record Line(Caption style, String text) {}
}
