package tapwright.agent.print.page;

/**
 * A rectangle of one colour: a line, where it is thin.
 *
 * @param frame what is filled
 * @param ink with what
 */
public record FilledMark(Frame frame, Ink ink) implements Mark {

  @Override
  public FilledMark moved(Offset by) {
    return new FilledMark(frame.moved(by), ink);
  }
}
