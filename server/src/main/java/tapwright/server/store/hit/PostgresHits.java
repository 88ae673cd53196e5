package tapwright.server.store.hit;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.tap.HitClass;
import tapwright.server.record.card.Card;
import tapwright.server.record.hit.CounterWanted;
import tapwright.server.record.hit.HitEntries;
import tapwright.server.record.hit.HitKey;
import tapwright.server.record.hit.OpenedHits;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.store.card.CardCache;
import tapwright.server.store.sql.Micros;
import tapwright.server.store.sql.Sql;

/**
 * {@link tapwright.server.record.hit.Hits} in PostgreSQL, in two round trips a batch.
 *
 * <p>The first begins the transaction and opens; the second adds and commits. So what is added
 * waits until the transaction is committed, or until something is asked that has to see it.
 */
public final class PostgresHits implements RecordedHits {

  private static final String PRESENT =
      "SELECT hit.card_id, hit.at, hit.hit_id"
          + " FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) AS asked (card_id, at, hit_id)"
          + " JOIN hit USING (card_id, at, hit_id)";

  private final Sql sql;
  private final SqlHits lookups;
  private final PostgresCounters counters;
  private final CardCache cards;
  private final AgentNames agents = new AgentNames();
  private final PendingHits pending = new PendingHits();

  public PostgresHits(Sql sql, CardCache cards) {
    this.sql = sql;
    this.cards = cards;
    this.lookups = new SqlHits(sql);
    this.counters = new PostgresCounters(sql);
  }

  @Override
  public Set<HitKey> present(Collection<HitKey> hits) {
    flush();
    List<HitKey> asked = List.copyOf(hits);
    return new HashSet<>(
        sql.list(
            PRESENT,
            row ->
                new HitKey(
                    new CardId(row.number("card_id")), row.instant("at"), row.number("hit_id")),
            PendingHits.longs(asked, hit -> hit.card().value()),
            PendingHits.longs(asked, hit -> Micros.of(hit.at())),
            PendingHits.longs(asked, HitKey::id)));
  }

  /** What has changed elsewhere is remembered as it is now, else it would be told each time. */
  @Override
  public OpenedHits open(Collection<Card> known, Collection<CounterWanted> wanted) {
    flush();
    OpenedHits opened = counters.open(known, wanted);
    opened.changed().forEach(cards::put);
    return opened;
  }

  @Override
  public void add(HitEntries entries) {
    pending.add(entries, agents);
  }

  private void flush() {
    if (!pending.isEmpty()) {
      PendingHits.Statements statements = pending.statements();
      sql.statements(statements.text(), statements.values());
      pending.clear();
    }
  }

  /** Whether something waits to be written. */
  public boolean isPending() {
    return !pending.isEmpty();
  }

  /** Writes what waits and commits the transaction with it; answers what the server warned of. */
  public @Nullable SQLWarning commit() throws SQLException {
    PendingHits.Statements statements = pending.statements();
    statements.add("COMMIT");
    SQLWarning warning = sql.runLast(statements.text(), statements.values());
    pending.clear();
    return warning;
  }

  @Override
  public void forget() {
    pending.clear();
    agents.forget();
  }

  @Override
  public List<UsageCount> usage(SellerId seller, CardId card) {
    flush();
    return lookups.usage(seller, card);
  }

  @Override
  public List<Instant> instants(CardId card, Set<HitClass> classes, Instant from, Instant to) {
    flush();
    return lookups.instants(card, classes, from, to);
  }
}
