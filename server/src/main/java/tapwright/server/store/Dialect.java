package tapwright.server.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import tapwright.server.app.StoreFault;

/**
 * In what the engines differ, as far as the statements of the record meet it.
 *
 * <p>Most are the same text for both: upserts are, and the drivers turn truth values, numbers and
 * bytes into what their engine keeps.
 */
enum Dialect {
  SQLITE {
    @Override
    RuntimeException failure(String doing, SQLException e) {
      return e.getErrorCode() == SQLiteErrorCode.SQLITE_CONSTRAINT.code
          ? brokenRule(doing, e)
          : new StoreFault.Unavailable(doing, e);
    }

    // One connection writes, so nobody can have been faster.
    @Override
    RuntimeException overtaken(String doing) {
      return new IllegalStateException("no row was there to be changed by: " + doing);
    }
  },

  /** Codes: PostgreSQL 15 manual, appendix A. */
  POSTGRESQL {
    @Override
    RuntimeException failure(String doing, SQLException e) {
      String code = String.valueOf(e.getSQLState());
      return switch (code) {
        // serialization_failure, deadlock_detected
        case "40001", "40P01" -> new Contended(doing, e);
        // unique_violation: also how a race between two serializable transactions may end (13.2.3)
        case "23505" -> new Contended(doing, e);
        default -> isOurs(code) ? brokenRule(doing, e) : new StoreFault.Unavailable(doing, e);
      };
    }

    // Data exceptions, integrity violations, and statements that the engine does not know.
    private boolean isOurs(String code) {
      return code.startsWith("22") || code.startsWith("23") || code.startsWith("42");
    }

    @Override
    RuntimeException overtaken(String doing) {
      return new Contended(doing, new SQLException("another transaction changed the row first"));
    }
  };

  /** What a failed statement means: our defect, the world's failure, or that it must run again. */
  abstract RuntimeException failure(String doing, SQLException e);

  /** What it means that a row which was read in this transaction is not any more as it was read. */
  abstract RuntimeException overtaken(String doing);

  private static IllegalStateException brokenRule(String doing, SQLException e) {
    return new IllegalStateException("a rule of the schema was broken by: " + doing, e);
  }
}
