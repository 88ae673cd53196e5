package tapwright.server.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.Verdict;
import tapwright.server.app.Hits;
import tapwright.server.app.StoredHit;
import tapwright.server.app.UsageCount;

/**
 * {@link Hits} in SQL.
 *
 * <p>The roll-up is added to once a transaction, not once a hit: a hundred taps of one card are one
 * update of its row.
 */
final class SqlHits implements Hits {

  private static final long MICROS_A_DAY = TimeUnit.DAYS.toMicros(1);

  private final Sql sql;
  private final Map<UsageKey, Long> pending = new HashMap<>();

  SqlHits(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean useCounter(CardId card, SellerId seller, int keyVersion, int counter) {
    return sql.update(
            "INSERT INTO used_counter (card_id, key_version, counter, seller) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            card.value(),
            keyVersion,
            counter,
            seller.value())
        == 1;
  }

  @Override
  public void add(StoredHit hit) {
    long at = Micros.of(hit.at());
    sql.update(
        "INSERT INTO hit (card_id, at, hit_id, seller, link, class, assurance, reason, counter,"
            + " agent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        hit.card().value(),
        at,
        hit.id(),
        hit.seller().value(),
        Words.of(hit.link()),
        Words.of(hit.verdict().hitClass()),
        Words.of(hit.verdict().assurance()),
        Words.of(hit.verdict().reason()),
        counter(hit.verdict()),
        hit.agent());
    pending.merge(
        new UsageKey(
            hit.card(), Math.floorDiv(at, MICROS_A_DAY), hit.verdict().hitClass(), hit.seller()),
        1L,
        Long::sum);
  }

  private static @Nullable Integer counter(Verdict verdict) {
    return verdict.counter() == Verdict.NO_COUNTER ? null : verdict.counter();
  }

  /** Brings the roll-up up to date; to be called before a transaction commits. */
  void flush() {
    pending.forEach(
        (key, count) ->
            sql.updateOne(
                "INSERT INTO usage_day (card_id, day, class, seller, hits) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (card_id, day, class)"
                    + " DO UPDATE SET hits = hits + excluded.hits",
                key.card().value(),
                key.day(),
                Words.of(key.hitClass()),
                key.seller().value(),
                count));
    pending.clear();
  }

  /** Drops what was not stored; to be called when a transaction is rolled back. */
  void forget() {
    pending.clear();
  }

  @Override
  public List<UsageCount> usage(CardId card) {
    flush();
    return sql.list(
        "SELECT class, sum(hits) AS hits FROM usage_day WHERE card_id = ?"
            + " GROUP BY class ORDER BY class",
        row -> new UsageCount(Words.read(HitClass.class, row.text("class")), row.number("hits")),
        card.value());
  }

  @Override
  public List<Instant> instants(CardId card, Set<HitClass> classes, Instant from, Instant to) {
    String words =
        classes.stream()
            .map(hitClass -> "'" + Words.of(hitClass) + "'")
            .sorted()
            .collect(Collectors.joining(", "));
    return sql.list(
        "SELECT at FROM hit WHERE card_id = ? AND at >= ? AND at < ? AND class IN ("
            + words
            + ") ORDER BY at",
        row -> row.instant("at"),
        card.value(),
        from,
        to);
  }

  private record UsageKey(CardId card, long day, HitClass hitClass, SellerId seller) {}
}
