package tapwright.server.store.hit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tapwright.core.tap.UsedBlock;
import tapwright.core.tap.Verdict;
import tapwright.server.record.hit.HitEntries;
import tapwright.server.record.hit.OpenCounter;
import tapwright.server.record.hit.StoredHit;
import tapwright.server.store.sql.Dialect;
import tapwright.server.store.sql.Micros;
import tapwright.server.store.sql.Words;

/**
 * What a batch of hits writes, as statements for PostgreSQL that each take whole columns.
 *
 * <p>Rows that several nodes change are written in the order of their keys, and tables always in
 * the same order, so that two batches never wait for each other in a circle.
 */
final class PendingHits {

  private final List<StoredHit> hits = new ArrayList<>();
  private final List<OpenCounter> counters = new ArrayList<>();
  private final TreeMap<Long, AgentNames.Named> newAgents = new TreeMap<>();
  private final List<@Nullable Long> agents = new ArrayList<>();

  /**
   * Adds what is to be written.
   *
   * @param known which agents are on record
   */
  void add(HitEntries entries, AgentNames known) {
    for (StoredHit hit : entries.hits()) {
      hits.add(hit);
      agents.add(
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
    agents.clear();
  }

  /** What is to be run: a statement for each table that is written to, and their values. */
  Statements statements() {
    Statements statements = new Statements();
    if (!newAgents.isEmpty()) {
      addAgents(statements);
    }
    if (!hits.isEmpty()) {
      addHits(statements);
    }
    if (!counters.isEmpty()) {
      addCounters(statements);
      addBlocks(statements);
    }
    for (Grain grain : hits.isEmpty() ? List.<Grain>of() : List.of(Grain.DAY, Grain.HOUR)) {
      addRollUp(grain, statements);
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

  private void addHits(Statements statements) {
    statements.add(
        "INSERT INTO hit (card_id, at, hit_id, seller, link, class, assurance, reason, counter,"
            + " key_version, missed, agent_id)"
            + " SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],"
            + " ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::int[], ?::bigint[])",
        longs(hits, hit -> hit.key().card().value()),
        longs(hits, hit -> Micros.of(hit.key().at())),
        longs(hits, hit -> hit.key().id()),
        texts(hits, hit -> hit.seller().value()),
        texts(hits, hit -> Words.of(hit.link())),
        texts(hits, hit -> Words.of(hit.verdict().hitClass())),
        texts(hits, hit -> Words.of(hit.verdict().assurance())),
        texts(hits, hit -> Words.of(hit.verdict().reason())),
        numbers(hit -> reads(hit) ? (Integer) hit.verdict().counter() : null),
        numbers(hit -> reads(hit) ? (Integer) hit.keyVersion() : null),
        numbers(hit -> hit.verdict().usesCounter() ? (Integer) hit.missed() : null),
        agents.toArray(Long[]::new));
  }

  private static boolean reads(StoredHit hit) {
    return hit.verdict().counter() != Verdict.NO_COUNTER;
  }

  private @Nullable Integer[] numbers(Function<StoredHit, @Nullable Integer> number) {
    @Nullable Integer[] column = new Integer[hits.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = number.apply(hits.get(i));
    }
    return column;
  }

  /** They are there and held: whoever opened them made them. */
  private void addCounters(Statements statements) {
    statements.add(
        "UPDATE read_counter SET last = now.last, seen = now.seen, missed = now.missed,"
            + " last_at = now.last_at, quick_run = now.quick_run"
            + " FROM unnest(?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[], ?::bigint[],"
            + " ?::int[]) AS now (card_id, key_version, last, seen, missed, last_at, quick_run)"
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
            + " SELECT * FROM unnest(?::bigint[], ?::int[], ?::int[], ?::bigint[], ?::text[])"
            + " ON CONFLICT (card_id, key_version, block) DO UPDATE SET bits = excluded.bits",
        longs(rows, row -> row.open().run().card().value()),
        ints(rows, row -> row.open().run().keyVersion()),
        ints(rows, row -> row.block().index()),
        longs(rows, row -> row.block().bits()),
        texts(rows, row -> row.open().seller().value()));
  }

  private void addRollUp(Grain grain, Statements statements) {
    SortedMap<RollUp, RollUp.Tally> rows = RollUp.of(hits, grain);
    List<RollUp> keys = List.copyOf(rows.keySet());
    List<RollUp.Tally> tallies = List.copyOf(rows.values());
    statements.add(
        rollUpInto(grain.table(), grain.column()),
        longs(keys, RollUp::card),
        longs(keys, RollUp::time),
        texts(keys, RollUp::hitClass),
        texts(keys, RollUp::seller),
        longs(tallies, RollUp.Tally::hits),
        longs(tallies, RollUp.Tally::signed),
        longs(tallies, RollUp.Tally::mirrored),
        longs(tallies, RollUp.Tally::quick));
  }

  private static String rollUpInto(String table, String time) {
    return """
        INSERT INTO %1$s AS known (card_id, %2$s, class, seller, hits, signed, mirrored, quick)
        SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[],
          ?::bigint[], ?::bigint[], ?::bigint[])
        ON CONFLICT (card_id, %2$s, class) DO UPDATE SET hits = known.hits + excluded.hits,
          signed = known.signed + excluded.signed, mirrored = known.mirrored + excluded.mirrored,
          quick = known.quick + excluded.quick"""
        .formatted(table, time);
  }

  private static long day(Instant at) {
    return Grain.DAY.of(Micros.of(at));
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
