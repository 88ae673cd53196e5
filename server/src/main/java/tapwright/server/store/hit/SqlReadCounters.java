package tapwright.server.store.hit;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tapwright.core.tap.ReadCounter;
import tapwright.core.tap.UsedBlock;
import tapwright.server.record.hit.CounterRun;
import tapwright.server.record.hit.CounterWanted;
import tapwright.server.record.hit.OpenCounter;
import tapwright.server.store.sql.Sql;

/** The read counters of chips and which of their values were used up, in SQL. */
final class SqlReadCounters {

  private final Sql sql;

  SqlReadCounters(Sql sql) {
    this.sql = sql;
  }

  /** Needs no locks of its own: the one connection that writes holds all that it reads. */
  List<OpenCounter> open(Collection<CounterWanted> wanted) {
    return wanted.stream().map(this::open).toList();
  }

  private OpenCounter open(CounterWanted wanted) {
    CounterRun run = wanted.run();
    ReadCounter counter =
        sql.one(
                "SELECT * FROM read_counter WHERE card_id = ? AND key_version = ?",
                SqlReadCounters::read,
                run.card().value(),
                run.keyVersion())
            .orElseGet(() -> ReadCounter.startingAt(wanted.baseline()));
    Map<Integer, UsedBlock> blocks = new HashMap<>();
    wanted.blocks().forEach(index -> blocks.put(index, block(run, index)));
    return new OpenCounter(run, wanted.seller(), counter, blocks);
  }

  private UsedBlock block(CounterRun run, int index) {
    return sql.one(
            "SELECT bits FROM used_counter WHERE card_id = ? AND key_version = ? AND block = ?",
            row -> new UsedBlock(index, row.number("bits")),
            run.card().value(),
            run.keyVersion(),
            index)
        .orElseGet(() -> UsedBlock.unused(index));
  }

  void store(Collection<OpenCounter> counters) {
    sql.updateEach(
        "INSERT INTO read_counter (card_id, key_version, seller, baseline, last, seen, missed,"
            + " last_at, quick_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (card_id, key_version) DO UPDATE SET last = excluded.last,"
            + " seen = excluded.seen, missed = excluded.missed, last_at = excluded.last_at,"
            + " quick_run = excluded.quick_run",
        counters,
        SqlReadCounters::row);
    sql.updateEach(
        "INSERT INTO used_counter (card_id, key_version, block, seller, bits)"
            + " VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (card_id, key_version, block) DO UPDATE SET bits = excluded.bits",
        counters.stream().flatMap(SqlReadCounters::blockRows).toList(),
        row -> row);
  }

  private static Object[] row(OpenCounter open) {
    ReadCounter counter = open.counter();
    return new Object[] {
      open.run().card().value(),
      open.run().keyVersion(),
      open.seller().value(),
      counter.baseline(),
      counter.last(),
      counter.seen(),
      counter.missed(),
      counter.lastAt(),
      counter.quickRun()
    };
  }

  private static Stream<Object[]> blockRows(OpenCounter open) {
    return open.blocks().values().stream()
        .map(
            block ->
                new Object[] {
                  open.run().card().value(),
                  open.run().keyVersion(),
                  block.index(),
                  open.seller().value(),
                  block.bits()
                });
  }

  static ReadCounter read(Sql.Row row) throws SQLException {
    return new ReadCounter(
        (int) row.number("baseline"),
        (int) row.number("last"),
        (int) row.number("seen"),
        (int) row.number("missed"),
        row.instant("last_at"),
        (int) row.number("quick_run"));
  }
}
