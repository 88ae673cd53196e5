package tapwright.agent.print.text;

/**
 * The room for a text and the letters that may be used in it.
 *
 * @param width in millimetres
 * @param height in millimetres
 * @param sizes of the letters
 * @param maxLines into how many lines it may be broken
 */
public record TextRoom(double width, double height, SizeRange sizes, int maxLines) {

  public TextRoom {
    if (maxLines < 1) {
      throw new IllegalArgumentException("maxLines is " + maxLines + ", allowed are 1 and more");
    }
  }
}
