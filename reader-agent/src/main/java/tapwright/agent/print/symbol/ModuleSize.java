package tapwright.agent.print.symbol;

import tapwright.core.Checked;

/**
 * The side of one module of a symbol in print.
 *
 * @param millimetres from {@link #SMALLEST} to {@link #LARGEST}
 */
public record ModuleSize(double millimetres) {

  /** Two dots of a 203 dpi label printer; smaller modules run into each other. */
  public static final double SMALLEST = 0.25;

  /** A symbol of 25 modules is then a third of a metre wide. */
  public static final double LARGEST = 10;

  /** Read well by phones at arm's length. */
  public static final ModuleSize USUAL = new ModuleSize(0.5);

  public ModuleSize {
    if (!(millimetres >= SMALLEST && millimetres <= LARGEST)) {
      throw new IllegalArgumentException(
          "millimetres is " + millimetres + ", allowed are " + SMALLEST + " to " + LARGEST);
    }
  }

  /** The size, or why nothing can be printed in it; {@code field} names it in the refusal. */
  public static Checked<ModuleSize> of(String field, double millimetres) {
    return millimetres >= SMALLEST && millimetres <= LARGEST
        ? Checked.passed(new ModuleSize(millimetres))
        : Checked.refused(
            SymbolRefusal.MODULE_SIZE.with(
                "field", field, "seen", millimetres, "allowed", SMALLEST + " to " + LARGEST));
  }

  /** Whole dots a module on a device with so many of them a millimetre, at least one. */
  public int dots(double dotsPerMillimetre) {
    return (int) Math.max(1, Math.round(millimetres * dotsPerMillimetre));
  }
}
