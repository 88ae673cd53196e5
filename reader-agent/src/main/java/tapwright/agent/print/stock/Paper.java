package tapwright.agent.print.stock;

import tapwright.agent.print.page.LabelSize;

/** The sheets that office printers take. */
public enum Paper {
  /** ISO 216. */
  A4(210, 297),
  /** ANSI/ASME Y14.1, size A: 8.5 by 11 inches. */
  LETTER(215.9, 279.4);

  private final LabelSize size;

  Paper(double width, double height) {
    this.size = new LabelSize(width, height);
  }

  public LabelSize size() {
    return size;
  }
}
