package tapwright.agent.station.journal;

/** Whose a card is, by the journal. */
public sealed interface TagStanding {

  /** Nobody's. */
  record Free() implements TagStanding {}

  /** An owner's that is not finished: it may be written in part. */
  record Begun(String owner, String label) implements TagStanding {

    /** What owners of cards begin with that are written anew. */
    public static final String REWRITE = "rewrite:";

    /** Whether the card was made before, and is on its way to another contact. */
    public boolean isRewrite() {
      return owner.startsWith(REWRITE);
    }
  }

  /** An owner's, read back equal. */
  record Done(String owner, String label) implements TagStanding {}

  /** Given up. */
  record Scrapped(String reason) implements TagStanding {}
}
