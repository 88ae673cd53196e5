package tapwright.server.store.table;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.claim.Claims;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.list.Page;
import tapwright.server.store.sql.ListQuery;
import tapwright.server.store.sql.Sql;

/** {@link Claims} in SQL. */
final class SqlClaims implements Claims {

  private final Sql sql;

  SqlClaims(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(StoredClaim claim) {
    sql.updateOne(
        "INSERT INTO claim (card_id, claim_id, seller, order_id, kind, reason, at, decided_at,"
            + " pack, pack_hash, calendar_hash, outcome, facts, decision, shown, explanation)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        claim.card().value(),
        claim.id(),
        claim.seller().value(),
        claim.orderId(),
        claim.kind(),
        claim.reason(),
        claim.at(),
        claim.decidedAt(),
        claim.pack(),
        claim.packHash(),
        claim.calendarHash(),
        claim.outcome(),
        claim.facts(),
        claim.decision(),
        claim.shown(),
        String.join("\n", claim.explanation()));
  }

  @Override
  public Optional<StoredClaim> byId(SellerId seller, String claimId) {
    return sql.one(
        "SELECT * FROM claim WHERE claim_id = ? AND seller = ?",
        SqlClaims::read,
        claimId,
        seller.value());
  }

  @Override
  public List<StoredClaim> of(SellerId seller, CardId card) {
    return sql.list(
        "SELECT * FROM claim WHERE card_id = ? AND seller = ? ORDER BY decided_at, claim_id",
        SqlClaims::read,
        card.value(),
        seller.value());
  }

  @Override
  public List<StoredClaim> of(SellerId seller, CardId card, Page page) {
    return new ListQuery(
            "SELECT * FROM claim WHERE card_id = ? AND seller = ?", card.value(), seller.value())
        .oldestFirst("decided_at", "claim_id", page)
        .on(sql, SqlClaims::read);
  }

  private static StoredClaim read(Sql.Row row) throws SQLException {
    return new StoredClaim(
        row.text("claim_id"),
        new CardId(row.number("card_id")),
        new SellerId(row.text("seller")),
        row.text("order_id"),
        row.text("kind"),
        row.text("reason"),
        row.instant("at"),
        row.instant("decided_at"),
        row.text("pack"),
        row.text("pack_hash"),
        row.text("calendar_hash"),
        row.text("outcome"),
        row.bytes("facts"),
        row.bytes("decision"),
        row.text("shown"),
        row.text("explanation").lines().toList());
  }
}
