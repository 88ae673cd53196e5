package tapwright.server.store;

import java.sql.SQLException;

/**
 * Another transaction was in the way: nothing was stored, and the same work may well succeed when
 * it runs again. Never leaves this package.
 */
final class Contended extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Contended(String doing, SQLException cause) {
    super("another transaction was in the way of: " + doing, cause);
  }
}
