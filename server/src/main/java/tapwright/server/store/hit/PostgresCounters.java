package tapwright.server.store.hit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tapwright.core.card.CardId;
import tapwright.core.tap.ReadCounter;
import tapwright.core.tap.UsedBlock;
import tapwright.server.record.card.Card;
import tapwright.server.record.hit.CounterRun;
import tapwright.server.record.hit.CounterWanted;
import tapwright.server.record.hit.OpenCounter;
import tapwright.server.record.hit.OpenedHits;
import tapwright.server.store.card.SqlCards;
import tapwright.server.store.sql.Sql;

/** Holds the read counters of chips while a batch of hits is decided, in PostgreSQL. */
final class PostgresCounters {

  /**
   * Three statements, and not one with three parts, because of what each sees: at READ COMMITTED a
   * statement sees what was committed before it began. The first waits until it holds the counters;
   * only what begins after that sees the values that the batches before it have used up. They go in
   * one round trip all the same.
   *
   * <p>Counters are locked in the order of their runs, the sorting being done before the locking.
   */
  private static final String HOLD =
      "SELECT held.* FROM unnest(?::bigint[], ?::int[]) AS wanted (card_id, key_version)"
          + " JOIN read_counter AS held USING (card_id, key_version)"
          + " ORDER BY card_id, key_version FOR NO KEY UPDATE OF held";

  private static final String READ_BLOCKS =
      "SELECT used.card_id, used.key_version, used.block, used.bits"
          + " FROM unnest(?::bigint[], ?::int[], ?::int[]) AS wanted (card_id, key_version, block)"
          + " JOIN used_counter AS used USING (card_id, key_version, block)";

  private static final String READ_CHANGED_CARDS =
      "SELECT card.* FROM unnest(?::bigint[], ?::bigint[]) AS known (card_id, version)"
          + " JOIN card USING (card_id) WHERE card.version <> known.version";

  /** A row that is not there cannot be held; another node may make the same one. */
  private static final String MAKE =
      "INSERT INTO read_counter (card_id, key_version, seller, baseline, last, seen, missed,"
          + " last_at, quick_run)"
          + " SELECT card_id, key_version, seller, baseline, baseline, 0, 0, 0, 0"
          + " FROM unnest(?::bigint[], ?::int[], ?::text[], ?::int[])"
          + " AS missing (card_id, key_version, seller, baseline) ON CONFLICT DO NOTHING";

  private final Sql sql;

  PostgresCounters(Sql sql) {
    this.sql = sql;
  }

  OpenedHits open(Collection<Card> cards, Collection<CounterWanted> wanted) {
    if (wanted.isEmpty()) {
      return new OpenedHits(changed(List.copyOf(cards)), List.of());
    }
    List<CounterWanted> inOrder =
        wanted.stream().sorted((one, other) -> one.run().compareTo(other.run())).toList();
    while (true) {
      Found found = find(List.copyOf(cards), inOrder);
      List<CounterWanted> missing =
          inOrder.stream().filter(one -> !found.counters.containsKey(one.run())).toList();
      if (missing.isEmpty()) {
        return new OpenedHits(found.changed, inOrder.stream().map(found::opened).toList());
      }
      make(missing);
    }
  }

  private Found find(List<Card> cards, List<CounterWanted> wanted) {
    List<BlockWanted> blocks =
        wanted.stream()
            .flatMap(one -> one.blocks().stream().map(block -> new BlockWanted(one.run(), block)))
            .toList();
    Found found = new Found();
    sql.queries(
        HOLD + "; " + READ_BLOCKS + "; " + READ_CHANGED_CARDS,
        List.of(found::addCounter, found::addBlock, found::addCard),
        PendingHits.longs(wanted, one -> one.run().card().value()),
        PendingHits.ints(wanted, one -> one.run().keyVersion()),
        PendingHits.longs(blocks, one -> one.run().card().value()),
        PendingHits.ints(blocks, one -> one.run().keyVersion()),
        PendingHits.ints(blocks, BlockWanted::block),
        PendingHits.longs(cards, card -> card.id().value()),
        PendingHits.longs(cards, Card::version));
    return found;
  }

  private List<Card> changed(List<Card> cards) {
    return sql.list(
        READ_CHANGED_CARDS,
        SqlCards::read,
        PendingHits.longs(cards, card -> card.id().value()),
        PendingHits.longs(cards, Card::version));
  }

  private void make(List<CounterWanted> missing) {
    sql.update(
        MAKE,
        PendingHits.longs(missing, one -> one.run().card().value()),
        PendingHits.ints(missing, one -> one.run().keyVersion()),
        PendingHits.texts(missing, one -> one.seller().value()),
        PendingHits.ints(missing, CounterWanted::baseline));
  }

  private static CounterRun run(Sql.Row row) throws SQLException {
    return new CounterRun(new CardId(row.number("card_id")), (int) row.number("key_version"));
  }

  private record BlockWanted(CounterRun run, int block) {}

  /** What the record answered. */
  private static final class Found {
    private final Map<CounterRun, ReadCounter> counters = new HashMap<>();
    private final Map<CounterRun, Map<Integer, UsedBlock>> blocks = new HashMap<>();
    private final List<Card> changed = new ArrayList<>();

    void addCounter(Sql.Row row) throws SQLException {
      counters.put(run(row), SqlReadCounters.read(row));
    }

    void addBlock(Sql.Row row) throws SQLException {
      UsedBlock block = new UsedBlock((int) row.number("block"), row.number("bits"));
      blocks.computeIfAbsent(run(row), run -> new HashMap<>()).put(block.index(), block);
    }

    void addCard(Sql.Row row) throws SQLException {
      changed.add(SqlCards.read(row));
    }

    OpenCounter opened(CounterWanted wanted) {
      Map<Integer, UsedBlock> known = blocks.getOrDefault(wanted.run(), Map.of());
      Map<Integer, UsedBlock> all = new HashMap<>();
      wanted
          .blocks()
          .forEach(index -> all.put(index, known.getOrDefault(index, UsedBlock.unused(index))));
      ReadCounter counter = counters.get(wanted.run());
      if (counter == null) {
        throw new IllegalStateException(wanted.run() + " is not held");
      }
      return new OpenCounter(wanted.run(), wanted.seller(), counter, all);
    }
  }
}
