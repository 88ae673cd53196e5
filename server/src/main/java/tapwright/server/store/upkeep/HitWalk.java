package tapwright.server.store.upkeep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Compares hits with all that is counted beside them, card by card in the order of their keys.
 *
 * <p>Every table is read once and in one pass, so that ten million hits need no more memory than
 * those of one card: a bit for each value of its counter, a number for each day and class.
 */
final class HitWalk implements AutoCloseable {

  private static final long MICROS_A_DAY = TimeUnit.DAYS.toMicros(1);

  private final TallyChecks checks = new TallyChecks();
  private final Progress progress;
  private final CardRows hits;
  private final CardRows used;
  private final CardRows counters;
  private final CardRows rolled;
  private final CardRows folded;
  private long hitsSeen;

  private HitWalk(Progress progress, Tables tables) {
    this.progress = progress;
    hits = tables.of("hit", "at, class, counter, key_version, missed");
    used = tables.of("used_counter", "key_version, block, bits");
    counters = tables.of("read_counter", "key_version, baseline, last, seen, missed");
    rolled = tables.of("usage_day", "day, class, hits, folded");
    folded = tables.of("folded_tap", "key_version, taps, advance");
  }

  /** Opens the rows of a table in the order of cards. */
  private interface Tables {
    CardRows of(String table, String columns);
  }

  /** Every card on record. */
  static List<CheckResult> all(Session session, Progress progress) {
    try (HitWalk walk =
        new HitWalk(
            progress,
            (table, columns) ->
                new CardRows(
                    session.rows(
                        "SELECT card_id, " + columns + " FROM " + table + " ORDER BY card_id")))) {
      return walk.run();
    }
  }

  /** One card alone. */
  static List<CheckResult> one(Session session, long card) {
    try (HitWalk walk =
        new HitWalk(
            Progress.SILENT,
            (table, columns) ->
                new CardRows(
                    session.rows(
                        "SELECT card_id, " + columns + " FROM " + table + " WHERE card_id = ?",
                        card)))) {
      return walk.run();
    }
  }

  private List<CheckResult> run() {
    for (long card = next(); card != CardRows.END; card = next()) {
      checks.compare(Findings.card(card), gathered(card));
    }
    return checks.results();
  }

  private long next() {
    return Stream.of(hits, used, counters, rolled, folded)
        .mapToLong(CardRows::card)
        .min()
        .orElse(CardRows.END);
  }

  private CardTally gathered(long card) {
    CardTally tally = new CardTally();
    hits.each(card, row -> hit(tally, row));
    used.each(card, row -> counter(tally, row).block(row.getLong("block"), row.getLong("bits")));
    counters.each(card, row -> kept(tally, row));
    folded.each(
        card, row -> counter(tally, row).folded(row.getLong("taps"), row.getLong("advance")));
    rolled.each(
        card,
        row ->
            tally
                .day(row.getLong("day"), row.getString("class"))
                .rolledUp(row.getLong("hits"), row.getLong("folded")));
    return tally;
  }

  private static CardTally.Counter counter(CardTally tally, ResultSet row) throws SQLException {
    return tally.counter(row.getInt("key_version"));
  }

  private void hit(CardTally tally, ResultSet row) throws SQLException {
    hitsSeen++;
    if (hitsSeen % Progress.STEP == 0) {
      progress.at("hits compared", hitsSeen);
    }
    String hitClass = row.getString("class");
    tally.day(Math.floorDiv(row.getLong("at"), MICROS_A_DAY), hitClass).seen();
    int value = row.getInt("counter");
    if (!row.wasNull() && hitClass.equals("tap")) {
      counter(tally, row).tap(value, row.getInt("missed"));
    }
  }

  private static void kept(CardTally tally, ResultSet row) throws SQLException {
    counter(tally, row)
        .kept(
            row.getLong("last") - row.getLong("baseline"),
            row.getLong("seen"),
            row.getLong("missed"));
  }

  @Override
  public void close() {
    Stream.of(hits, used, counters, rolled, folded).forEach(CardRows::close);
  }
}
