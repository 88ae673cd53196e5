package tapwright.server.record.station;

/** How far a rewrite has come. */
public enum RewriteState {
  /** A station was told what to write. */
  OPEN,
  /** The chip was read back. */
  DONE,
  /** The chip could not be written. */
  STOPPED,
  /** The station gave it back unwritten. */
  RELEASED
}
