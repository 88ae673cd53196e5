package tapwright.agent.station;

/** What happens at a reader. */
public enum ReaderDoing {
  /** It waits for a card. */
  WAITING,
  /** A card is being written; it must not be lifted. */
  WRITING,
  /** The card that lies there is done with and can be lifted. */
  DONE,
  /** It fails, or is gone; it is looked for again. */
  FAILING
}
