package tapwright.agent.print.page;

/**
 * A picture, stretched to its frame.
 *
 * @param picture its pixels
 * @param frame where it is drawn
 */
public record ImageMark(Picture picture, Frame frame) implements Mark {

  @Override
  public ImageMark moved(Offset by) {
    return new ImageMark(picture, frame.moved(by));
  }
}
