package tapwright.agent.main.bench.pcscd;

import tapwright.agent.main.bench.encode.EncodeCase;

/**
 * What one program took to write one blank card behind a real pcscd.
 *
 * @param writer the program
 * @param millis from its first command to the card's last answer
 */
public record WriterFigure(
    EncodeCase card, String writer, Spent spent, double millis, Safety safety) {

  /**
   * Counted at the virtual card and its reader.
   *
   * @param exchanges command APDUs that the reader answered
   * @param frames commands that reached the card
   * @param writes pages that the card wrote
   */
  public record Spent(int exchanges, int frames, int writes) {}

  /**
   * How sure the result is.
   *
   * @param wrongMoments writes after which a card that is lifted shows a message that nobody asked
   *     for
   * @param readBackEqual what the program says of its own read-back
   * @param cardEqual whether the card holds the message in truth
   */
  public record Safety(int wrongMoments, boolean readBackEqual, boolean cardEqual) {}
}
