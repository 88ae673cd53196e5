package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.claim.Deadline;
import tapwright.server.record.claim.Deadlines;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Deadlines} in SQL. */
final class SqlDeadlines implements Deadlines {

  private final Sql sql;

  SqlDeadlines(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Collection<Deadline> deadlines) {
    for (Deadline deadline : deadlines) {
      sql.updateOne(
          "INSERT INTO deadline (card_id, claim_id, step, notice, seller, due_at, tell_at)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)"
              + " ON CONFLICT (card_id, claim_id, step, notice) DO UPDATE SET"
              + " due_at = CASE WHEN deadline.told_at IS NULL AND deadline.met_at IS NULL"
              + " THEN excluded.due_at ELSE deadline.due_at END,"
              + " tell_at = CASE WHEN deadline.told_at IS NULL AND deadline.met_at IS NULL"
              + " THEN excluded.tell_at ELSE deadline.tell_at END",
          deadline.card().value(),
          deadline.claimId(),
          deadline.step(),
          Words.of(deadline.notice()),
          deadline.seller().value(),
          deadline.dueAt(),
          deadline.tellAt());
    }
  }

  @Override
  public List<Deadline> open(Instant now, int limit) {
    return sql.list(
        "SELECT * FROM deadline WHERE told_at IS NULL AND met_at IS NULL AND tell_at <= ?"
            + " ORDER BY tell_at, claim_id, step LIMIT ?",
        SqlDeadlines::read,
        now,
        limit);
  }

  @Override
  public List<Deadline> ahead(SellerId seller, CardId card, Instant now) {
    return sql.list(
        "SELECT * FROM deadline WHERE card_id = ? AND seller = ? AND notice = ? AND due_at > ?"
            + " AND met_at IS NULL ORDER BY due_at, claim_id, step",
        SqlDeadlines::read,
        card.value(),
        seller.value(),
        Words.of(Deadline.Notice.PASSED),
        now);
  }

  @Override
  public void told(Deadline deadline, Instant at) {
    sql.updateAsRead(
        "UPDATE deadline SET told_at = ? WHERE card_id = ? AND claim_id = ? AND step = ?"
            + " AND notice = ? AND told_at IS NULL",
        at,
        deadline.card().value(),
        deadline.claimId(),
        deadline.step(),
        Words.of(deadline.notice()));
  }

  @Override
  public void met(StoredClaim claim, Collection<String> steps, Instant at) {
    for (String step : steps) {
      sql.update(
          "UPDATE deadline SET met_at = ? WHERE card_id = ? AND claim_id = ? AND seller = ?"
              + " AND step = ? AND met_at IS NULL",
          at,
          claim.card().value(),
          claim.id(),
          claim.seller().value(),
          step);
    }
  }

  @Override
  public void unmet(StoredClaim claim, String step) {
    sql.update(
        "UPDATE deadline SET met_at = NULL, told_at = NULL WHERE card_id = ? AND claim_id = ?"
            + " AND seller = ? AND step = ? AND met_at IS NOT NULL",
        claim.card().value(),
        claim.id(),
        claim.seller().value(),
        step);
  }

  @Override
  public List<Standing> of(StoredClaim claim) {
    return sql.list(
        "SELECT * FROM deadline WHERE card_id = ? AND claim_id = ? AND seller = ?"
            + " AND notice = 'passed' ORDER BY due_at, step",
        SqlDeadlines::standing,
        claim.card().value(),
        claim.id(),
        claim.seller().value());
  }

  @Override
  public boolean isOverdue(StoredClaim claim) {
    return of(claim).stream().anyMatch(one -> one.missed() && one.metAt().isEmpty());
  }

  private static Standing standing(Sql.Row row) throws SQLException {
    return new Standing(
        row.text("step"),
        row.instant("due_at"),
        !row.isNull("told_at"),
        row.maybe("met_at", met -> met.instant("met_at")));
  }

  private static Deadline read(Sql.Row row) throws SQLException {
    return new Deadline(
        new CardId(row.number("card_id")),
        new SellerId(row.text("seller")),
        row.text("claim_id"),
        row.text("step"),
        Words.read(Deadline.Notice.class, row.text("notice")),
        row.instant("due_at"),
        row.instant("tell_at"));
  }
}
