package tapwright.agent.station.journal;

/** How far a row or a job has come. */
public enum RowState {
  /** Waits for a card. */
  QUEUED,
  /** Has a card, which may be written in part. */
  BOUND,
  /** Its card was read back equal. */
  VERIFIED,
  /** The server has answered what became of it. */
  REPORTED,
  /** Cannot be made as ordered. */
  REFUSED,
  /** Given back to the server unmade. */
  RELEASED
}
