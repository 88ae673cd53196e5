package tapwright.agent.print.page;

/**
 * A colour of print.
 *
 * @param rgb 8 bits each of red, green and blue
 */
public record Ink(int rgb) {

  public static final Ink BLACK = new Ink(0x000000);
  public static final Ink WHITE = new Ink(0xFFFFFF);

  public Ink {
    if (rgb < 0 || rgb > 0xFFFFFF) {
      throw new IllegalArgumentException(
          "rgb is " + Integer.toHexString(rgb) + ", allowed are 000000 to ffffff");
    }
  }

  /** How light it is, 0 to 255, by the weights of Recommendation ITU-R BT.601, section 2.5.1. */
  public static int lightness(int rgb) {
    return ((rgb >> 16 & 0xFF) * 299 + (rgb >> 8 & 0xFF) * 587 + (rgb & 0xFF) * 114) / 1000;
  }

  public int lightness() {
    return lightness(rgb);
  }

  /** Whether a printer of one colour leaves it white. */
  public boolean isLight() {
    return lightness() >= 128;
  }

  public int red() {
    return rgb >> 16 & 0xFF;
  }

  public int green() {
    return rgb >> 8 & 0xFF;
  }

  public int blue() {
    return rgb & 0xFF;
  }
}
