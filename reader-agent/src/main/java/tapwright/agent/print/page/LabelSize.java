package tapwright.agent.print.page;

/**
 * How large a surface is, in millimetres.
 *
 * @param width more than 0 and at most {@link #LARGEST}
 * @param height likewise
 */
public record LabelSize(double width, double height) {

  /** Longer than any label or sheet of an office; a larger number is a mistake of unit. */
  public static final double LARGEST = 1000;

  public LabelSize {
    require("width", width);
    require("height", height);
  }

  private static void require(String name, double millimetres) {
    if (!(millimetres > 0 && millimetres <= LARGEST)) {
      throw new IllegalArgumentException(
          name + " is " + millimetres + ", allowed is more than 0 and up to " + LARGEST);
    }
  }
}
