package tapwright.agent.station.server;

/** What came of asking the server. */
public sealed interface ServerReply<T> {

  /** It answered. */
  record Answer<T>(T body) implements ServerReply<T> {}

  /** It cannot be reached, or not now: the same question may be asked again. */
  record Away<T>(String why) implements ServerReply<T> {}

  /** It will never take this question. */
  record Rejected<T>(int status, String problem) implements ServerReply<T> {}
}
