package tapwright.server.store.upkeep.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.upkeep.Cursor;
import tapwright.server.store.upkeep.Session;

/**
 * Rows in the order of what they are about, taken thing by thing; their first column is its key.
 */
final class SubjectRows implements AutoCloseable {

  /** As both engines order keys below. */
  private static final Comparator<String> BY_BYTES =
      (one, other) -> Arrays.compareUnsigned(utf8(one), utf8(other));

  private final Cursor rows;
  private Optional<String> key = Optional.empty();

  SubjectRows(Cursor rows) {
    this.rows = rows;
    step();
  }

  /**
   * How keys are to be ordered, so that rows of several queries meet: by their bytes, which is
   * SQLite's own order and not that of every PostgreSQL.
   */
  static String orderedBy(RecordUrl.Engine engine, String column) {
    return switch (engine) {
      case SQLITE -> " ORDER BY " + column;
      case POSTGRESQL -> " ORDER BY " + column + " COLLATE \"C\"";
    };
  }

  /** The key that comes next in any of them; empty where all have ended. */
  static Optional<String> first(Collection<SubjectRows> all) {
    return all.stream().flatMap(rows -> rows.key.stream()).min(BY_BYTES);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Gives the rows of the key, which are the next ones if there are any. */
  void each(String of, Session.RowTaker taker) {
    while (key.equals(Optional.of(of))) {
      rows.give(taker);
      step();
    }
  }

  private void step() {
    key = Optional.empty();
    if (rows.next()) {
      rows.give(row -> key = Optional.of(row.getString(1)));
    }
  }

  @Override
  public void close() {
    rows.close();
  }
}
