package tapwright.agent.station;

/** What happens at a reader. */
public enum ReaderDoing {
  /** It waits for a card. */
  WAITING,
  /** A card is being written; it must not be lifted. */
  WRITING,
  /** The card that lies there is done with and can be lifted. */
  DONE,
  /** The card that lies there is not taken; it holds nothing that may go out, another is wanted. */
  REFUSED,
  /** A card lies there, and nothing is to be made. */
  IDLE,
  /** It fails, or is gone; it is looked for again. */
  FAILING
}
