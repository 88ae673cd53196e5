package tapwright.agent.print.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.Ink;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.page.Offset;
import tapwright.agent.print.render.GraphicFields;
import tapwright.agent.print.render.ZplForm;
import tapwright.agent.print.stock.SingleStock;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.template.FillPart;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelTemplate;

/** A printer that misses its labels is moved, whatever is printed on it. */
class LabelPressTest {

  private static final LabelSize SIZE = new LabelSize(30, 20);
  private static final Frame SQUARE = new Frame(5, 5, 10, 10);

  private static final LabelPress PRESS =
      new LabelPress(
          new LabelTemplate(
              "own",
              "own",
              new SingleStock("own", "own", SIZE),
              List.of(new FillPart(SQUARE, Ink.BLACK))),
          PrintLanguage.ZPL,
          new LabelPress.Setting(Resolution.LABEL_PRINTER, ZplForm.GRAPHIC, 0, new Offset(2, -1)));

  static Stream<Arguments> documents() {
    LabelPage drawn = new LabelPage(SIZE, List.of(new FilledMark(SQUARE, Ink.BLACK)));
    return Stream.of(
        arguments("label", PRESS.document("label", true, List.of(LabelContent.of("link")))),
        arguments("calibration page", PRESS.document("page", drawn)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void document_correction_movesASingleLabel(String what, PrintDocument document) {
    BufferedImage printed = GraphicFields.printed(document.bytes().toUtf8());
    assertEquals(7 * 8, firstDark(printed, true), what);
    assertEquals(4 * 8, firstDark(printed, false), what);
  }

  /** The first column, or row, that has a dark dot. */
  private static int firstDark(BufferedImage image, boolean across) {
    int first = Integer.MAX_VALUE;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (Ink.lightness(image.getRGB(x, y)) < 128) {
          first = Math.min(first, across ? x : y);
        }
      }
    }
    return first;
  }
}
