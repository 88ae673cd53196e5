package tapwright.server.store.claim;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.claim.Disposition;
import tapwright.core.claim.RmaState;
import tapwright.core.claim.Verdict;
import tapwright.core.policy.Word;
import tapwright.server.record.claim.SealedText;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.goods.Rma;
import tapwright.server.record.goods.RmaFilter;
import tapwright.server.record.goods.Rmas;
import tapwright.server.store.sql.Json;
import tapwright.server.store.sql.ListQuery;
import tapwright.server.store.sql.Sql;

/** {@link Rmas} in SQL. */
public final class SqlRmas implements Rmas {

  private static final String SELECT =
      "SELECT rma.*, holder.wrapped_key FROM rma LEFT JOIN holder ON holder.holder_id = rma.holder";

  private final Sql sql;

  public SqlRmas(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Rma rma) {
    sql.updateOne(
        "INSERT INTO rma (card_id, rma_id, claim_id, seller, version, state, issued_at,"
            + " expires_at, sent_at, received_at, tracking, notes, found, holder, sealed_label)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rma.card().value(),
        rma.id(),
        rma.claimId(),
        rma.seller().value(),
        rma.version(),
        rma.state().word(),
        rma.way().issuedAt(),
        rma.way().expiresAt(),
        rma.way().sentAt().orElse(null),
        rma.way().receivedAt().orElse(null),
        rma.way().tracking(),
        "",
        Json.write(Map.of()),
        rma.label().map(label -> label.key().holder()).orElse(null),
        rma.label().map(SealedText::sealed).orElse(null));
  }

  @Override
  public Optional<Rma> byId(SellerId seller, String rmaId) {
    return sql.one(
        SELECT + " WHERE rma.rma_id = ? AND rma.seller = ?", SqlRmas::read, rmaId, seller.value());
  }

  @Override
  public List<Rma> of(StoredClaim claim) {
    return sql.list(
        SELECT
            + " WHERE rma.card_id = ? AND rma.claim_id = ? AND rma.seller = ?"
            + " ORDER BY rma.issued_at, rma.rma_id",
        SqlRmas::read,
        claim.card().value(),
        claim.id(),
        claim.seller().value());
  }

  @Override
  public List<Rma> list(RmaFilter filter) {
    return new ListQuery(SELECT + " WHERE rma.seller = ?", filter.seller().value())
        .and("rma.state = ?", filter.state().map(RmaState::word))
        .and("rma.claim_id = ?", filter.claimId())
        .oldestFirst("rma.issued_at", "rma.rma_id", filter.page())
        .on(sql, SqlRmas::read);
  }

  @Override
  public void change(Rma rma) {
    Optional<Rma.Findings> found = rma.findings();
    sql.updateAsRead(
        "UPDATE rma SET version = ?, state = ?, sent_at = ?, received_at = ?, tracking = ?,"
            + " verdict = ?, notes = ?, found = ?, disposition = ?"
            + " WHERE card_id = ? AND rma_id = ? AND seller = ? AND version = ?",
        rma.version(),
        rma.state().word(),
        rma.way().sentAt().orElse(null),
        rma.way().receivedAt().orElse(null),
        rma.way().tracking(),
        found.map(one -> one.verdict().word()).orElse(null),
        found.map(Rma.Findings::notes).orElse(""),
        Json.write(found.map(Rma.Findings::facts).orElse(Map.of())),
        rma.disposition().map(Disposition::word).orElse(null),
        rma.card().value(),
        rma.id(),
        rma.seller().value(),
        rma.version() - 1);
  }

  @Override
  public List<Rma> expired(Instant now, int limit) {
    return sql.list(
        SELECT
            + " WHERE rma.state = 'issued' AND rma.expires_at <= ?"
            + " ORDER BY rma.expires_at, rma.rma_id LIMIT ?",
        SqlRmas::read,
        now,
        limit);
  }

  private static Rma read(Sql.Row row) throws SQLException {
    return new Rma(
        row.text("rma_id"),
        new CardId(row.number("card_id")),
        new SellerId(row.text("seller")),
        row.text("claim_id"),
        row.number("version"),
        Word.of(RmaState.values(), row.text("state")),
        new Rma.Way(
            row.instant("issued_at"),
            row.instant("expires_at"),
            row.maybe("sent_at", one -> one.instant("sent_at")),
            row.maybe("received_at", one -> one.instant("received_at")),
            row.text("tracking")),
        row.maybe("verdict", SqlRmas::findings),
        row.maybe("disposition", one -> Word.of(Disposition.values(), one.text("disposition"))),
        SealedColumns.read(row, "sealed_label"));
  }

  private static Rma.Findings findings(Sql.Row row) throws SQLException {
    return new Rma.Findings(
        Word.of(Verdict.values(), row.text("verdict")),
        row.text("notes"),
        Json.readMap(row.text("found")));
  }
}
