package tapwright.server.store.sql;

import java.sql.SQLException;

/**
 * Another transaction was in the way: nothing was stored, and the same work may well succeed when
 * it runs again. Never leaves this package.
 */
public final class Contended extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean brokenRule;

  private Contended(String message, SQLException cause, boolean brokenRule) {
    super(message, cause);
    this.brokenRule = brokenRule;
  }

  /** The engine says that the transaction has to run again. */
  static Contended by(SQLException cause, String doing) {
    return new Contended("another transaction was in the way of: " + doing, cause, false);
  }

  /** A rule of uniqueness was broken: by a race, or by a defect. */
  static Contended atARule(SQLException cause, String doing) {
    return new Contended("a rule of the schema was broken by: " + doing, cause, true);
  }

  /** Whether it may be a defect of ours after all: then it happens again, however often it runs. */
  public boolean isBrokenRule() {
    return brokenRule;
  }
}
