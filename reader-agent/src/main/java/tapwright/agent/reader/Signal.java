package tapwright.agent.reader;

/** What a reader's lamp and buzzer tell the one who stands at it. */
public enum Signal {
  /** The card is done. */
  GOOD,

  /** The card is refused: take another. */
  BAD,

  /** No beep of the reader's own for each card that comes, so that beeps are ours. */
  QUIET
}
