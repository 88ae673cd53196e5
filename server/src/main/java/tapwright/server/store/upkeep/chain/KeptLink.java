package tapwright.server.store.upkeep.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tapwright.core.Bytes;

/** The columns that histories and trails have in common, whatever was done to them. */
final class KeptLink {

  /** What no link is: stands for one that was emptied, which does not wait to be made. */
  private static final Bytes EMPTIED = Bytes.zeros(1);

  private KeptLink() {}

  /**
   * An entry's link.
   *
   * @param mayWait whether it may be without one; then none is empty
   */
  static Bytes of(ResultSet row, boolean mayWait) throws SQLException {
    byte[] link = row.getBytes("link");
    if (link == null && mayWait) {
      return Bytes.EMPTY;
    }
    return link == null || link.length == 0 ? EMPTIED : Bytes.copyOf(link);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
  }
}
