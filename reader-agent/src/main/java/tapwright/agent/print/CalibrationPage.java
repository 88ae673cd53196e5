package tapwright.agent.print;

import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.stock.Stock;

/** A page that shows by how much a printer misses the stock. */
public final class CalibrationPage {

  private CalibrationPage() {}

  /** Outlines of the labels, rulers at their edges and a sample symbol. */
  public static LabelPage of(Stock stock) {
    throw new UnsupportedOperationException(stock.toString());
  }
}
