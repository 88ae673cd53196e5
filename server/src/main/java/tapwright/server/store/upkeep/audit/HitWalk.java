package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import tapwright.core.Bytes;
import tapwright.server.store.hit.Days;
import tapwright.server.store.hit.FoldedInstants;
import tapwright.server.store.upkeep.CardRows;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.Session;

/**
 * Compares hits with all that is counted beside them, card by card in the order of their keys.
 *
 * <p>Every table is read once and in one pass, so that ten million hits need no more memory than
 * those of one card: a bit for each value of its counter, a number for each day and class.
 */
final class HitWalk implements AutoCloseable {

  private final TallyChecks checks = new TallyChecks();
  private final Progress progress;
  private final CardRows hits;
  private final CardRows used;
  private final CardRows counters;
  private final CardRows days;
  private final CardRows folded;
  private long hitsSeen;

  private HitWalk(Progress progress, Tables tables) {
    this.progress = progress;
    hits = tables.of("hit", "at, class, assurance, reason, counter, key_version, missed");
    used = tables.of("used_counter", "key_version, block, bits");
    counters = tables.of("read_counter", "key_version, baseline, last, seen, missed");
    days = tables.of("usage_day", "day, class, hits, signed, mirrored, quick, folded, instants");
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
    return Stream.of(hits, used, counters, days, folded)
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
    days.each(card, row -> day(tally, row));
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
    tally.day(Days.of(row.getLong("at")), hitClass).expect(sumsOfHit(row));
    int value = row.getInt("counter");
    if (!row.wasNull() && hitClass.equals("tap")) {
      counter(tally, row).tap(value, row.getInt("missed"));
    }
  }

  private static RolledUp.Sums sumsOfHit(ResultSet row) throws SQLException {
    String assurance = row.getString("assurance");
    return new RolledUp.Sums(
        1,
        assurance.equals("signed") ? 1 : 0,
        assurance.equals("mirrored") ? 1 : 0,
        row.getString("reason").equals("quick_succession") ? 1 : 0);
  }

  /** A day's roll-up is what its hits add up to, those that are on record no more among them. */
  private static void day(CardTally tally, ResultSet row) throws SQLException {
    RolledUp day = tally.day(row.getLong("day"), row.getString("class"));
    day.stored(sums(row));
    day.folded(row.getLong("folded"), new FoldedInstants(Bytes.copyOf(row.getBytes("instants"))));
  }

  private static RolledUp.Sums sums(ResultSet row) throws SQLException {
    return new RolledUp.Sums(
        row.getLong("hits"), row.getLong("signed"), row.getLong("mirrored"), row.getLong("quick"));
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
    Stream.of(hits, used, counters, days, folded).forEach(CardRows::close);
  }
}
