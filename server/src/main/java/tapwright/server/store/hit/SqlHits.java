package tapwright.server.store.hit;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.Verdict;
import tapwright.server.record.card.Card;
import tapwright.server.record.hit.CounterWanted;
import tapwright.server.record.hit.HitEntries;
import tapwright.server.record.hit.HitKey;
import tapwright.server.record.hit.OpenedHits;
import tapwright.server.record.hit.StoredHit;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.store.sql.Micros;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/**
 * {@link Hits} in SQL.
 *
 * <p>The roll-up is added to once a batch, not once a hit: a hundred taps of one card are one
 * update of a row.
 */
public final class SqlHits implements RecordedHits {

  private static final String ROLL_UP =
      "INSERT INTO usage_day (card_id, day, class, seller, hits, signed, mirrored, quick)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (card_id, day, class) DO UPDATE"
          + " SET hits = hits + excluded.hits, signed = signed + excluded.signed,"
          + " mirrored = mirrored + excluded.mirrored, quick = quick + excluded.quick";

  private final Sql sql;
  private final SqlReadCounters counters;
  private final AgentNames agents = new AgentNames();

  public SqlHits(Sql sql) {
    this.sql = sql;
    this.counters = new SqlReadCounters(sql);
  }

  @Override
  public Set<HitKey> present(Collection<HitKey> hits) {
    Set<HitKey> present = new HashSet<>();
    for (HitKey hit : hits) {
      sql.one(
              "SELECT 1 FROM hit WHERE card_id = ? AND at = ? AND hit_id = ?",
              row -> hit,
              hit.card().value(),
              hit.at(),
              hit.id())
          .ifPresent(present::add);
    }
    return present;
  }

  /** No card is ever changed here: what this connection remembers of cards is the record. */
  @Override
  public OpenedHits open(Collection<Card> cards, Collection<CounterWanted> wanted) {
    return new OpenedHits(List.of(), counters.open(wanted));
  }

  @Override
  public void add(HitEntries entries) {
    sql.updateEach(
        "INSERT INTO hit (card_id, at, hit_id, seller, link, class, assurance, reason, counter,"
            + " key_version, missed, agent_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entries.hits(),
        this::row);
    counters.store(entries.counters());
    sql.updateEach(
        ROLL_UP, RollUp.of(entries.hits()).entrySet(), row -> row(row.getKey(), row.getValue()));
  }

  private @Nullable Object[] row(StoredHit hit) {
    Verdict verdict = hit.verdict();
    boolean reads = verdict.counter() != Verdict.NO_COUNTER;
    return new @Nullable Object[] {
      hit.key().card().value(),
      hit.key().at(),
      hit.key().id(),
      hit.seller().value(),
      Words.of(hit.link()),
      Words.of(verdict.hitClass()),
      Words.of(verdict.assurance()),
      Words.of(verdict.reason()),
      reads ? verdict.counter() : null,
      reads ? hit.keyVersion() : null,
      verdict.usesCounter() ? hit.missed() : null,
      agent(hit)
    };
  }

  private @Nullable Long agent(StoredHit hit) {
    return hit.agent().isEmpty()
        ? null
        : agents.numberOn(day(hit.key().at()), hit.agent(), this::putAgent);
  }

  private void putAgent(long number, AgentNames.Named agent) {
    sql.update(
        "INSERT INTO agent (agent_id, agent, last_day) VALUES (?, ?, ?)" + AgentNames.IF_LATER,
        number,
        agent.agent(),
        agent.lastDay());
  }

  private static @Nullable Object[] row(RollUp row, RollUp.Tally tally) {
    return new @Nullable Object[] {
      row.card(),
      row.day(),
      row.hitClass(),
      row.seller(),
      tally.hits(),
      tally.signed(),
      tally.mirrored(),
      tally.quick()
    };
  }

  @Override
  public void forget() {
    agents.forget();
  }

  private static long day(Instant at) {
    return Days.of(Micros.of(at));
  }

  @Override
  public List<UsageCount> usage(SellerId seller, CardId card) {
    return sql.list(
        "SELECT class, sum(hits) AS hits FROM usage_day WHERE card_id = ?"
            + " AND seller = ? GROUP BY class ORDER BY class",
        row -> new UsageCount(Words.read(HitClass.class, row.text("class")), row.number("hits")),
        card.value(),
        seller.value());
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
}
