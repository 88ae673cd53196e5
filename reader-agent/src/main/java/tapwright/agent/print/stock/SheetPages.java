package tapwright.agent.print.stock;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.Mark;
import tapwright.agent.print.page.Offset;

/** Puts labels on sheets, one sheet at a time, so that any number of them takes little memory. */
public final class SheetPages implements Iterator<LabelPage> {

  private final SheetStock stock;
  private final Offset correction;
  private final Iterator<LabelPage> labels;
  private int next;

  /**
   * Sheets for the labels.
   *
   * @param start the first label that is still on the first sheet, from 0
   * @param correction how far the printer must be moved to hit the labels, as calibration shows
   */
  public SheetPages(SheetStock stock, int start, Offset correction, Iterator<LabelPage> labels) {
    if (start < 0 || start >= stock.labels()) {
      throw new IllegalArgumentException(
          "start is " + start + ", allowed are 0 to " + (stock.labels() - 1));
    }
    this.stock = stock;
    this.correction = correction;
    this.labels = labels;
    this.next = start;
  }

  @Override
  public boolean hasNext() {
    return labels.hasNext();
  }

  @Override
  public LabelPage next() {
    List<Mark> marks = new ArrayList<>();
    while (next < stock.labels() && labels.hasNext()) {
      Offset place = stock.origin(next++).plus(correction);
      labels.next().marks().forEach(mark -> marks.add(mark.moved(place)));
    }
    next = 0;
    return new LabelPage(stock.grid().paper(), marks);
  }
}
