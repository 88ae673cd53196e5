package tapwright.agent.station.journal;

/** Whose a card is, by the journal. */
public sealed interface TagStanding {

  /** Nobody's. */
  record Free() implements TagStanding {}

  /** An owner's that is not finished: it may be written in part. */
  record Begun(String owner, String label) implements TagStanding {}

  /** An owner's, read back equal. */
  record Done(String owner, String label) implements TagStanding {}

  /** Given up. */
  record Scrapped(String reason) implements TagStanding {}
}
