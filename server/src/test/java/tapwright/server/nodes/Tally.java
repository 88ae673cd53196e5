package tapwright.server.nodes;

/** How often something was sent and how often it was answered; what the record may hold of it. */
final class Tally {

  private int sent;
  private int answered;
  private boolean mayCount;
  private boolean mustCount;

  /** It goes out now; from here on it may be on record. */
  void send() {
    sent++;
  }

  void answer() {
    answered++;
  }

  /** One of those sent may be a tap. */
  void mayCount() {
    mayCount = true;
  }

  /** One of those answered was a tap, or one before it was. */
  void mustCount() {
    mustCount = true;
  }

  int sent() {
    return sent;
  }

  int answered() {
    return answered;
  }

  boolean admits(int taps) {
    return taps <= (mayCount ? 1 : 0) && taps >= (mustCount ? 1 : 0);
  }

  boolean admitsRows(int rows) {
    return rows >= answered && rows <= sent;
  }

  @Override
  public String toString() {
    return "sent %d, answered %d, may count %s, must count %s"
        .formatted(sent, answered, mayCount, mustCount);
  }
}
