package tapwright.server.store.claim;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.claim.Party;
import tapwright.core.claim.PlannedTask;
import tapwright.core.policy.Word;
import tapwright.core.policy.pack.Step;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.ClaimTasks;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.store.sql.Sql;

/** {@link ClaimTasks} in SQL. */
public final class SqlClaimTasks implements ClaimTasks {

  private static final String OPEN = "open";
  private static final String DONE = "done";
  private static final String DROPPED = "dropped";

  private final Sql sql;

  public SqlClaimTasks(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(ClaimTask task) {
    sql.updateOne(
        "INSERT INTO claim_task (card_id, claim_id, number, seller, effect, party, step, due_at,"
            + " state, ended_at, ended_by, reference, carry_at, carry_tries)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        task.card().value(),
        task.claimId(),
        task.number(),
        task.seller().value(),
        task.plan().effect(),
        task.plan().party().word(),
        task.plan().step().map(Step::word).orElse(null),
        task.plan().dueAt().orElse(null),
        state(task),
        task.ended().map(ClaimTask.End::at).orElse(null),
        task.ended().map(ClaimTask.End::by).orElse(""),
        task.ended().map(ClaimTask.End::reference).orElse(""),
        task.carrying().map(ClaimTask.Carrying::nextAt).orElse(null),
        task.carrying().map(ClaimTask.Carrying::tries).orElse(null));
  }

  @Override
  public List<ClaimTask> of(StoredClaim claim) {
    return sql.list(
        "SELECT * FROM claim_task WHERE card_id = ? AND claim_id = ? AND seller = ?"
            + " ORDER BY number",
        SqlClaimTasks::read,
        claim.card().value(),
        claim.id(),
        claim.seller().value());
  }

  @Override
  public void end(ClaimTask task) {
    ClaimTask.End end = task.ended().orElseThrow();
    sql.updateAsRead(
        "UPDATE claim_task SET state = ?, ended_at = ?, ended_by = ?, reference = ?, carry_at ="
            + " NULL WHERE card_id = ? AND claim_id = ? AND number = ? AND seller = ? AND state ="
            + " ?",
        state(task),
        end.at(),
        end.by(),
        end.reference(),
        task.card().value(),
        task.claimId(),
        task.number(),
        task.seller().value(),
        OPEN);
  }

  @Override
  public List<ClaimTask> toCarryOut(Instant now, int limit) {
    return sql.list(
        "SELECT * FROM claim_task WHERE carry_at <= ? AND state = ?"
            + " ORDER BY carry_at, claim_id, number LIMIT ?",
        SqlClaimTasks::read,
        now,
        OPEN,
        limit);
  }

  @Override
  public boolean carry(ClaimTask seen, Optional<ClaimTask.Carrying> next) {
    return sql.update(
            "UPDATE claim_task SET carry_at = ?, carry_tries = ? WHERE card_id = ? AND claim_id = ?"
                + " AND number = ? AND seller = ? AND state = ? AND carry_at = ?",
            next.map(ClaimTask.Carrying::nextAt).orElse(null),
            next.map(ClaimTask.Carrying::tries).orElse(null),
            seen.card().value(),
            seen.claimId(),
            seen.number(),
            seen.seller().value(),
            OPEN,
            seen.carrying().map(ClaimTask.Carrying::nextAt).orElse(null))
        == 1;
  }

  private static String state(ClaimTask task) {
    return task.ended().map(end -> end.done() ? DONE : DROPPED).orElse(OPEN);
  }

  private static ClaimTask read(Sql.Row row) throws SQLException {
    Optional<Instant> due = row.maybe("due_at", one -> one.instant("due_at"));
    Optional<Step> step = row.maybe("step", one -> Word.of(Step.values(), one.text("step")));
    return new ClaimTask(
        new CardId(row.number("card_id")),
        new SellerId(row.text("seller")),
        row.text("claim_id"),
        (int) row.number("number"),
        new PlannedTask(row.text("effect"), Word.of(Party.values(), row.text("party")), step, due),
        row.maybe("ended_at", SqlClaimTasks::end),
        row.maybe("carry_at", SqlClaimTasks::carrying));
  }

  private static ClaimTask.Carrying carrying(Sql.Row row) throws SQLException {
    return new ClaimTask.Carrying((int) row.number("carry_tries"), row.instant("carry_at"));
  }

  private static ClaimTask.End end(Sql.Row row) throws SQLException {
    return new ClaimTask.End(
        row.text("state").equals(DONE),
        row.instant("ended_at"),
        row.text("ended_by"),
        row.text("reference"));
  }
}
