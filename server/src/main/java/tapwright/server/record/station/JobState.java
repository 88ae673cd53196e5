package tapwright.server.record.station;

/** How far an encode job has come. */
public enum JobState {
  /** Waits for a station. */
  QUEUED,
  /** With a station until its lease ends. */
  LEASED,
  /** The card was made. */
  DONE,
  /** Cannot be made as it is; a person looks at it. */
  STOPPED
}
