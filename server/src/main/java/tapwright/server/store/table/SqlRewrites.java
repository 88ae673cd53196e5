package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.station.Rewrite;
import tapwright.server.record.station.RewriteState;
import tapwright.server.record.station.Rewrites;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Rewrites} in SQL. */
final class SqlRewrites implements Rewrites {

  private final Sql sql;

  SqlRewrites(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Rewrite rewrite) {
    sql.updateOne(
        "INSERT INTO rewrite (card_id, rewrite_id, seller, station, state, asked_at, leased_until)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rewrite.card().value(),
        rewrite.id(),
        rewrite.seller().value(),
        rewrite.station(),
        Words.of(rewrite.state()),
        rewrite.askedAt(),
        rewrite.leasedUntil());
  }

  @Override
  public Optional<Rewrite> byId(SellerId seller, String rewriteId) {
    return sql.one(
        "SELECT * FROM rewrite WHERE rewrite_id = ? AND seller = ?",
        SqlRewrites::read,
        rewriteId,
        seller.value());
  }

  @Override
  public List<Rewrite> undone(SellerId seller, String station, Instant now) {
    return sql.list(
        "SELECT * FROM rewrite WHERE seller = ? AND station = ? AND state <> 'done'"
            + " AND leased_until > ? ORDER BY asked_at, rewrite_id",
        SqlRewrites::read,
        seller.value(),
        station,
        now);
  }

  @Override
  public void change(Rewrite rewrite) {
    sql.updateOne(
        "UPDATE rewrite SET state = ?, leased_until = ?, ended_at = ?, problem_code = ?"
            + " WHERE card_id = ? AND rewrite_id = ? AND seller = ?",
        Words.of(rewrite.state()),
        rewrite.leasedUntil(),
        rewrite.endedAt().orElse(null),
        rewrite.problem().orElse(null),
        rewrite.card().value(),
        rewrite.id(),
        rewrite.seller().value());
  }

  private static Rewrite read(Sql.Row row) throws SQLException {
    return new Rewrite(
        row.text("rewrite_id"),
        new SellerId(row.text("seller")),
        new CardId(row.number("card_id")),
        row.text("station"),
        Words.read(RewriteState.class, row.text("state")),
        row.instant("asked_at"),
        row.instant("leased_until"),
        row.maybe("ended_at", ended -> ended.instant("ended_at")),
        row.maybe("problem_code", problem -> problem.text("problem_code")));
  }
}
