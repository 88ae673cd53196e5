package tapwright.server.http;

/** Who counts requests. */
@FunctionalInterface
public interface RequestWatch {

  /** Looks away. */
  RequestWatch NOBODY = request -> {};

  /** A request was answered, or its connection is gone. */
  void ended(Ended request);

  /**
   * A request that is over, without anything that whoever sent it could hide in it.
   *
   * @param method one that is known, or other
   * @param route the pattern of its path, or other
   * @param status as it was answered
   * @param nanos from its head to the end of its answer
   */
  record Ended(String method, String route, int status, long nanos) {}
}
