package tapwright.server.main.settings;

/** What becomes of hits while the record cannot be reached. */
public enum WhenStoreAway {
  /** They are answered 503. */
  REFUSE,
  /** Those of known cards are journaled on this machine and answered; the others 503. */
  SPOOL
}
