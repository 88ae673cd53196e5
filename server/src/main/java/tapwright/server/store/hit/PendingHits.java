package tapwright.server.store.hit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import tapwright.core.tap.UsedBlock;
import tapwright.server.record.hit.HitEntries;
import tapwright.server.record.hit.OpenCounter;
import tapwright.server.record.hit.StoredHit;
import tapwright.server.store.sql.Dialect;
import tapwright.server.store.sql.Micros;

/**
 * What a batch of hits writes, as statements for PostgreSQL that each take whole columns.
 *
 * <p>Rows that several nodes change are written in the order of their keys, and tables always in
 * the same order, so that two batches never wait for each other in a circle.
 */
final class PendingHits {

  private static final String ROLL_UP =
      """
      INSERT INTO usage_day AS known (card_id, day, class, seller, hits, signed, mirrored, quick)
      SELECT unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::text[]), unnest(?::text[]),
        unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[])
      ON CONFLICT (card_id, day, class) DO UPDATE SET hits = known.hits + excluded.hits,
        signed = known.signed + excluded.signed, mirrored = known.mirrored + excluded.mirrored,
        quick = known.quick + excluded.quick""";

  private final PostgresHitRows hits = new PostgresHitRows();
  private final List<OpenCounter> counters = new ArrayList<>();
  private final TreeMap<Long, AgentNames.Named> newAgents = new TreeMap<>();

  /**
   * Adds what is to be written.
   *
   * @param known which agents are on record
   */
  void add(HitEntries entries, AgentNames known) {
    for (StoredHit hit : entries.hits()) {
      hits.add(
          hit,
          hit.agent().isEmpty()
              ? null
              : (Long) known.numberOn(day(hit.key().at()), hit.agent(), this::addAgent));
    }
    counters.addAll(entries.counters());
  }

  /** Once, whatever days the batch is of: one statement changes no row twice. */
  private void addAgent(long number, AgentNames.Named agent) {
    newAgents.merge(number, agent, AgentNames.Named::and);
  }

  boolean isEmpty() {
    return hits.isEmpty() && counters.isEmpty();
  }

  void clear() {
    hits.clear();
    counters.clear();
    newAgents.clear();
  }

  /** What is to be run: a statement for each table that is written to, and their values. */
  Statements statements() {
    Statements statements = new Statements();
    if (!newAgents.isEmpty()) {
      addAgents(statements);
    }
    if (!hits.isEmpty()) {
      statements.add(PostgresHitRows.ADD, hits.columns());
    }
    if (!counters.isEmpty()) {
      addCounters(statements);
      addBlocks(statements);
    }
    if (!hits.isEmpty()) {
      addRollUp(statements);
    }
    return statements;
  }

  private void addAgents(Statements statements) {
    List<AgentNames.Named> named = List.copyOf(newAgents.values());
    statements.add(
        "INSERT INTO agent (agent_id, agent, last_day)"
            + " SELECT * FROM unnest(?::bigint[], ?::text[], ?::bigint[])"
            + AgentNames.IF_LATER,
        newAgents.keySet().toArray(Long[]::new),
        texts(named, agent -> Dialect.POSTGRESQL.text(agent.agent())),
        longs(named, AgentNames.Named::lastDay));
  }

  /** They are there and held: whoever opened them made them. */
  private void addCounters(Statements statements) {
    statements.add(
        "UPDATE read_counter SET last = now.last, seen = now.seen, missed = now.missed,"
            + " last_at = now.last_at, quick_run = now.quick_run"
            + " FROM (SELECT unnest(?::bigint[]) AS card_id, unnest(?::int[]) AS key_version,"
            + " unnest(?::int[]) AS last, unnest(?::int[]) AS seen, unnest(?::int[]) AS missed,"
            + " unnest(?::bigint[]) AS last_at, unnest(?::int[]) AS quick_run) AS now"
            + " WHERE read_counter.card_id = now.card_id"
            + " AND read_counter.key_version = now.key_version",
        longs(counters, open -> open.run().card().value()),
        ints(counters, open -> open.run().keyVersion()),
        ints(counters, open -> open.counter().last()),
        ints(counters, open -> open.counter().seen()),
        ints(counters, open -> open.counter().missed()),
        longs(counters, open -> Micros.of(open.counter().lastAt())),
        ints(counters, open -> open.counter().quickRun()));
  }

  private void addBlocks(Statements statements) {
    List<BlockRow> rows =
        counters.stream()
            .flatMap(
                open -> open.blocks().values().stream().map(block -> new BlockRow(open, block)))
            .toList();
    statements.add(
        "INSERT INTO used_counter (card_id, key_version, block, bits, seller)"
            + " SELECT unnest(?::bigint[]), unnest(?::int[]), unnest(?::int[]),"
            + " unnest(?::bigint[]), unnest(?::text[])"
            + " ON CONFLICT (card_id, key_version, block) DO UPDATE SET bits = excluded.bits",
        longs(rows, row -> row.open().run().card().value()),
        ints(rows, row -> row.open().run().keyVersion()),
        ints(rows, row -> row.block().index()),
        longs(rows, row -> row.block().bits()),
        texts(rows, row -> row.open().seller().value()));
  }

  private void addRollUp(Statements statements) {
    SortedMap<RollUp, RollUp.Tally> rows = RollUp.of(hits.hits());
    List<RollUp> keys = List.copyOf(rows.keySet());
    List<RollUp.Tally> tallies = List.copyOf(rows.values());
    statements.add(
        ROLL_UP,
        longs(keys, RollUp::card),
        longs(keys, RollUp::day),
        texts(keys, RollUp::hitClass),
        texts(keys, RollUp::seller),
        longs(tallies, RollUp.Tally::hits),
        longs(tallies, RollUp.Tally::signed),
        longs(tallies, RollUp.Tally::mirrored),
        longs(tallies, RollUp.Tally::quick));
  }

  private static long day(Instant at) {
    return Days.of(Micros.of(at));
  }

  static <T> long[] longs(List<T> rows, ToLongFunction<T> value) {
    return rows.stream().mapToLong(value).toArray();
  }

  static <T> int[] ints(List<T> rows, ToIntFunction<T> value) {
    return rows.stream().mapToInt(value).toArray();
  }

  static <T> String[] texts(List<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  private record BlockRow(OpenCounter open, UsedBlock block) {}

  /** Statements joined by semicolons, and the values of all of them. */
  static final class Statements {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void add(String text, Object... columns) {
      texts.add(text);
      values.addAll(List.of(columns));
    }

    /** The one text of them: one for each combination of tables, so that it is prepared once. */
    String text() {
      return String.join("; ", texts);
    }

    List<Object> values() {
      return values;
    }
  }
}
