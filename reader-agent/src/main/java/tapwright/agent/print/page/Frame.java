package tapwright.agent.print.page;

/**
 * A rectangle on a surface, in millimetres from its upper left corner.
 *
 * @param left how far from the left edge
 * @param top how far below the upper edge
 * @param width 0 or more
 * @param height 0 or more
 */
public record Frame(double left, double top, double width, double height) {

  public Frame {
    if (!(width >= 0 && height >= 0)) {
      throw new IllegalArgumentException(
          "the frame is " + width + " by " + height + ", allowed are 0 and more");
    }
  }

  public double right() {
    return left + width;
  }

  public double bottom() {
    return top + height;
  }

  /** The same rectangle at another place. */
  public Frame moved(Offset by) {
    return new Frame(left + by.right(), top + by.down(), width, height);
  }

  /** The largest frame of these proportions at the left of this one, half-way down. */
  public Frame fittingLeft(double proportionWidth, double proportionHeight) {
    Frame inner = fitting(proportionWidth, proportionHeight);
    return new Frame(left, inner.top, inner.width, inner.height);
  }

  /** The largest frame of these proportions in the middle of this one. */
  public Frame fitting(double proportionWidth, double proportionHeight) {
    double scale = Math.min(width / proportionWidth, height / proportionHeight);
    double innerWidth = proportionWidth * scale;
    double innerHeight = proportionHeight * scale;
    return new Frame(
        left + (width - innerWidth) / 2, top + (height - innerHeight) / 2, innerWidth, innerHeight);
  }
}
