package tapwright.server.app.account;

import tapwright.server.app.Caller;

/**
 * A session that has just begun.
 *
 * @param secret what the browser is given to keep
 */
public record OpenedSession(String secret, Caller caller) {

  /** Says whose it is, and not the secret. */
  @Override
  public String toString() {
    return "session of " + caller.id();
  }
}
