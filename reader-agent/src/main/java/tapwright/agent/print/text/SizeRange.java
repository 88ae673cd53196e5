package tapwright.agent.print.text;

/**
 * The least and the usual size of letters.
 *
 * @param least below which a text is refused rather than shrunk, in points
 * @param most what is taken where it fits, in points
 */
public record SizeRange(double least, double most) {

  /** A point is 1/72 of an inch (ISO 32000-1, section 8.3.2.3). */
  public static final double MILLIMETRES_PER_POINT = 25.4 / 72;

  public SizeRange {
    if (!(least > 0 && most >= least)) {
      throw new IllegalArgumentException(
          "sizes are " + least + " to " + most + ", allowed are more than 0, the least first");
    }
  }
}
