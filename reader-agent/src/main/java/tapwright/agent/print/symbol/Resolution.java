package tapwright.agent.print.symbol;

/**
 * How fine a device prints.
 *
 * @param dotsPerInch {@link #LEAST} to {@link #MOST}
 */
public record Resolution(int dotsPerInch) {

  /** The coarsest label printer still in shops. */
  public static final int LEAST = 150;

  /** The finest office printer. */
  public static final int MOST = 2400;

  /** The usual label printer: 8 dots a millimetre (ZPL II Programming Guide, ^JM). */
  public static final Resolution LABEL_PRINTER = new Resolution(203);

  /** The usual card printer, and the finer label printers. */
  public static final Resolution CARD_PRINTER = new Resolution(300);

  /** The usual office printer, and the finest label printers. */
  public static final Resolution OFFICE_PRINTER = new Resolution(600);

  public Resolution {
    if (dotsPerInch < LEAST || dotsPerInch > MOST) {
      throw new IllegalArgumentException(
          "dotsPerInch is " + dotsPerInch + ", allowed are " + LEAST + " to " + MOST);
    }
  }

  /** Thermal heads are made in dots a millimetre: 203 is 8, 300 is 11.8, 600 is 23.6. */
  public double dotsPerMillimetre() {
    return dotsPerInch == 203 ? 8 : dotsPerInch / 25.4;
  }

  /** The nearest place, in millimetres, where a dot begins. */
  public double onDots(double millimetres) {
    return Math.round(millimetres * dotsPerMillimetre()) / dotsPerMillimetre();
  }
}
