package tapwright.agent.print.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.Ink;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.Offset;

class SheetPagesTest {

  private static final SheetStock STOCK = (SheetStock) Stocks.named("a4-3x7").orElseThrow();

  @Test
  void next_labels_standWhereTheSheetHasThem() {
    LabelPage sheet = pages(4, 0, Offset.NONE).getFirst();
    assertEquals(210, sheet.size().width());
    assertEquals(297, sheet.size().height());
    assertPlace(7.21, 15.15, sheet, 0);
    assertPlace(7.21 + 66.04, 15.15, sheet, 1);
    assertPlace(7.21 + 2 * 66.04, 15.15, sheet, 2);
    assertPlace(7.21, 15.15 + 38.1, sheet, 3);
  }

  @Test
  void next_startInTheMiddle_leavesTheUsedLabelsAlone() {
    List<LabelPage> sheets = pages(3, 19, Offset.NONE);
    assertEquals(2, sheets.size());
    assertEquals(2, sheets.getFirst().marks().size());
    assertPlace(7.21 + 66.04, 15.15 + 6 * 38.1, sheets.getFirst(), 0);
    assertPlace(7.21, 15.15, sheets.getLast(), 0);
  }

  @Test
  void next_printersOffset_movesEachLabel() {
    assertPlace(7.21 + 0.5, 15.15 - 1.2, pages(1, 0, new Offset(0.5, -1.2)).getFirst(), 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "21, 1", "22, 2", "43, 3"})
  void next_manyLabels_takeAsFewSheetsAsTheyNeed(int labels, int sheets) {
    assertEquals(sheets, pages(labels, 0, Offset.NONE).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 21})
  void start_beyondTheSheet_isADefect(int start) {
    assertThrows(IllegalArgumentException.class, () -> pages(1, start, Offset.NONE));
  }

  @Test
  void stocks_sheets_lieOnTheirPaperWithoutOverlap() {
    for (Stock stock : Stocks.all()) {
      if (stock instanceof SheetStock sheet) {
        assertTrue(sheet.isOnPaper(), sheet.id());
        assertTrue(sheet.grid().first().right() >= 0 && sheet.grid().first().down() >= 0);
        assertTrue(sheet.grid().pitch().right() >= sheet.label().width() - 1e-9, sheet.id());
        assertTrue(sheet.grid().pitch().down() >= sheet.label().height() - 1e-9, sheet.id());
      }
    }
  }

  /** Avery prints these margins on its sheets: 0.1875 and 0.5 in, 0.15625 and 0.5 in. */
  @ParameterizedTest
  @CsvSource({"letter-3x10, 4.7625, 12.7", "letter-2x5, 3.96875, 12.7"})
  void stocks_sheetsInInches_haveTheMakersMargins(String id, double left, double top) {
    SheetStock sheet = (SheetStock) Stocks.named(id).orElseThrow();
    assertEquals(left, sheet.origin(0).right(), 1e-6);
    assertEquals(top, sheet.origin(0).down(), 1e-6);
  }

  @Test
  void stocks_ids_areDifferent() {
    assertEquals(Stocks.all().size(), Stocks.all().stream().map(Stock::id).distinct().count());
  }

  private static List<LabelPage> pages(int labels, int start, Offset correction) {
    LabelPage label =
        new LabelPage(STOCK.label(), List.of(new FilledMark(new Frame(0, 0, 1, 1), Ink.BLACK)));
    List<LabelPage> pages = new ArrayList<>();
    new SheetPages(STOCK, start, correction, Collections.nCopies(labels, label).iterator())
        .forEachRemaining(pages::add);
    return pages;
  }

  private static void assertPlace(double left, double top, LabelPage sheet, int index) {
    Frame frame = ((FilledMark) sheet.marks().get(index)).frame();
    assertEquals(left, frame.left(), 1e-6);
    assertEquals(top, frame.top(), 1e-6);
  }
}
