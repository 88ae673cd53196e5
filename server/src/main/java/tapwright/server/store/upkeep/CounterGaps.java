package tapwright.server.store.upkeep;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The reads of a chip that never came here: runs of counter values that no tap on record carries.
 *
 * <p>Each lies between two taps, so that it is dated by the one that came after it.
 */
final class CounterGaps {

  private final Session session;
  private final long card;
  private final SectionRows rows = new SectionRows("gaps");
  private int keyVersion = -1;
  private int before;

  CounterGaps(Session session, long card) {
    this.session = session;
    this.card = card;
  }

  CardStory.Section section() {
    session.each(
        "SELECT hit.key_version, hit.counter, hit.at, read_counter.baseline FROM hit"
            + " JOIN read_counter ON read_counter.card_id = hit.card_id"
            + " AND read_counter.key_version = hit.key_version"
            + " WHERE hit.card_id = ? AND hit.class = 'tap' AND hit.counter IS NOT NULL"
            + " ORDER BY hit.key_version, hit.counter",
        this::tap,
        card);
    return rows.section();
  }

  private void tap(ResultSet row) throws SQLException {
    if (row.getInt("key_version") != keyVersion) {
      keyVersion = row.getInt("key_version");
      before = row.getInt("baseline");
    }
    int counter = row.getInt("counter");
    if (counter > before + 1) {
      rows.add(
          "keyVersion",
          keyVersion,
          "from",
          before + 1,
          "to",
          counter - 1,
          "reads",
          counter - 1 - before,
          "before",
          CardAudit.instant(row, "at"));
    }
    before = counter;
  }
}
