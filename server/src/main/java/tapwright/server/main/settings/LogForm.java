package tapwright.server.main.settings;

/** The forms of a server's log. */
public enum LogForm {
  /** A line an event, for people. */
  TEXT,
  /** A line of JSON an event, for programs. */
  JSON
}
