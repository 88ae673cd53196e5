package tapwright.agent.print.stock;

import java.util.List;
import java.util.Optional;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.page.Offset;

/**
 * The stocks that are known by name.
 *
 * <p>Measures are those that makers print on the box; a grid that fills its sheet evenly lies in
 * its middle. Compared with the templates of gLabels (glabels-data 3.4.1): sizes are the same to
 * half a millimetre, and so are the grids of 7160 and 5163. Of 7163 gLabels has a pitch of 103.0 mm
 * across, which would leave 3.4 and 4.6 mm at the sides; of 5160 it has 70.6 mm, where 69.85 are
 * here. It has neither 3664 nor DK-11209, nor Zebra's rolls. Calibration takes care of the rest.
 */
public final class Stocks {

  private static final double INCH = 25.4;

  private static final List<Stock> ALL =
      List.of(
          single("cr80", "Plastic card CR80 (ISO/IEC 7810, ID-1)", 85.60, 53.98),
          inches("zebra-2x1", "Zebra label 2 x 1 in (51 x 25 mm)", 2, 1),
          inches("zebra-2.25x1.25", "Zebra label 2.25 x 1.25 in (57 x 32 mm)", 2.25, 1.25),
          inches("zebra-4x2", "Zebra label 4 x 2 in (102 x 51 mm)", 4, 2),
          inches("zebra-4x6", "Zebra label 4 x 6 in (102 x 152 mm)", 4, 6),
          single("brother-62x29", "Brother DK-11209, 62 x 29 mm", 62, 29),
          single("brother-90x29", "Brother DK-11201, 90 x 29 mm", 90, 29),
          single("brother-62x100", "Brother DK-11202, 62 x 100 mm", 62, 100),
          single("dymo-57x32", "Dymo 11354, 57 x 32 mm", 57, 32),
          single("dymo-89x28", "Dymo 99010, 89 x 28 mm", 89, 28),
          single("dymo-89x36", "Dymo 99012, 89 x 36 mm", 89, 36),
          sheet(
              "a4-3x7",
              "A4, 63.5 x 38.1 mm, 3 x 7 (Avery L7160)",
              Paper.A4,
              new Even(new LabelSize(63.5, 38.1), new Offset(66.04, 38.1), 3, 7)),
          sheet(
              "a4-2x7",
              "A4, 99.1 x 38.1 mm, 2 x 7 (Avery L7163)",
              Paper.A4,
              new Even(new LabelSize(99.1, 38.1), new Offset(101.6, 38.1), 2, 7)),
          sheet(
              "a4-3x8",
              "A4, 70 x 33.8 mm, 3 x 8 (Avery Zweckform 3664)",
              Paper.A4,
              new Even(new LabelSize(70, 33.8), new Offset(70, 33.8), 3, 8)),
          sheet(
              "letter-3x10",
              "Letter, 2.625 x 1 in, 3 x 10 (Avery 5160)",
              Paper.LETTER,
              new Even(new LabelSize(2.625 * INCH, INCH), new Offset(2.75 * INCH, INCH), 3, 10)),
          sheet(
              "letter-2x5",
              "Letter, 4 x 2 in, 2 x 5 (Avery 5163)",
              Paper.LETTER,
              new Even(
                  new LabelSize(4 * INCH, 2 * INCH), new Offset(4.1875 * INCH, 2 * INCH), 2, 5)),
          new SheetStock(
              "a4-cut",
              "A4 to be cut, 63.3 x 33 mm, 3 x 8",
              new LabelSize(190.0 / 3, 33),
              new SheetGrid(
                  Paper.A4.size(),
                  new Offset(10, 18),
                  new Offset(190.0 / 3, 33),
                  new SheetGrid.Count(3, 8))));

  private Stocks() {}

  /** All of them: cards, single labels, sheets. */
  public static List<Stock> all() {
    return ALL;
  }

  public static Optional<Stock> named(String id) {
    return ALL.stream().filter(stock -> stock.id().equals(id)).findFirst();
  }

  private static Stock single(String id, String title, double width, double height) {
    return new SingleStock(id, title, new LabelSize(width, height));
  }

  private static Stock inches(String id, String title, double width, double height) {
    return single(id, title, width * INCH, height * INCH);
  }

  private static Stock sheet(String id, String title, Paper paper, Even even) {
    SheetGrid grid =
        SheetGrid.inTheMiddle(
            paper, even.label, even.pitch, new SheetGrid.Count(even.columns, even.rows));
    return new SheetStock(id, title, even.label, grid);
  }

  /** Labels that fill a sheet evenly. */
  private record Even(LabelSize label, Offset pitch, int columns, int rows) {}
}
