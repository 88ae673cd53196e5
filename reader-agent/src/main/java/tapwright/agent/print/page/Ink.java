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
}
