package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import tapwright.server.store.upkeep.Session;

/**
 * The reads of a chip that never came here: runs of counter values that were not used up.
 *
 * <p>Each is dated by the first tap on record that came after it. Of taps that retention took away
 * the values stay used up, so they are no gaps, but date none either.
 */
final class CounterGaps {

  private static final String NO_DATE = "";

  private final Session session;
  private final long card;
  private final SectionRows rows = new SectionRows("gaps");

  CounterGaps(Session session, long card) {
    this.session = session;
    this.card = card;
  }

  CardStory.Section section() {
    session
        .list(
            "SELECT key_version, baseline, last FROM read_counter WHERE card_id = ?"
                + " ORDER BY key_version",
            CounterGaps::run,
            card)
        .forEach(this::show);
    return rows.section();
  }

  /** The run of a counter under one version of the chip's keys. */
  private record Run(int keyVersion, int baseline, int last) {}

  private static Run run(ResultSet row) throws SQLException {
    return new Run(row.getInt("key_version"), row.getInt("baseline"), row.getInt("last"));
  }

  private void show(Run run) {
    Walk walk = new Walk(run.keyVersion(), used(run), run.baseline());
    session.each(
        "SELECT counter, at FROM hit WHERE card_id = ? AND key_version = ? AND class = 'tap'"
            + " AND counter IS NOT NULL ORDER BY counter",
        row -> walk.to(row.getInt("counter"), CardAudit.instant(row, "at")),
        card,
        run.keyVersion());
    walk.to(run.last(), NO_DATE);
  }

  private BitSet used(Run run) {
    BitSet used = new BitSet();
    session.each(
        "SELECT block, bits FROM used_counter WHERE card_id = ? AND key_version = ?",
        row -> {
          BitSet block = BitSet.valueOf(new long[] {row.getLong("bits")});
          int first = row.getInt("block") * Long.SIZE;
          block.stream().forEach(bit -> used.set(first + bit));
        },
        card,
        run.keyVersion());
    return used;
  }

  /** Goes up a counter's values and shows those that were not used up. */
  private final class Walk {
    private final int keyVersion;
    private final BitSet used;
    private int done;

    Walk(int keyVersion, BitSet used, int baseline) {
      this.keyVersion = keyVersion;
      this.used = used;
      this.done = baseline;
    }

    /** On to a value, which is on record with an instant. */
    void to(int value, Object at) {
      int from = used.nextClearBit(done + 1);
      while (from < value) {
        int end = used.nextSetBit(from);
        int to = end < 0 ? value - 1 : Math.min(end, value) - 1;
        add(from, to, at);
        from = used.nextClearBit(to + 1);
      }
      done = Math.max(done, value);
    }

    private void add(int from, int to, Object at) {
      rows.add(
          "keyVersion", keyVersion, "from", from, "to", to, "reads", to - from + 1, "before", at);
    }
  }
}
