package tapwright.server.store.claim;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.claim.Channel;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.Decider;
import tapwright.core.claim.SenderCheck;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;
import tapwright.core.policy.pack.Outcome;
import tapwright.server.record.claim.ClaimFile;
import tapwright.server.record.claim.ClaimFiles;
import tapwright.server.record.claim.SealedText;
import tapwright.server.record.claim.Stated;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.store.sql.Json;
import tapwright.server.store.sql.ListQuery;
import tapwright.server.store.sql.Sql;

/** {@link ClaimFiles} in SQL. */
public final class SqlClaimFiles implements ClaimFiles {

  private static final String SELECT =
      "SELECT claim_file.*, holder.wrapped_key FROM claim_file"
          + " LEFT JOIN holder ON holder.holder_id = claim_file.holder";

  private static final String OVERDUE =
      "EXISTS (SELECT 1 FROM deadline WHERE deadline.card_id = claim_file.card_id"
          + " AND deadline.claim_id = claim_file.claim_id AND deadline.notice = 'passed'"
          + " AND deadline.told_at IS NOT NULL AND deadline.met_at IS NULL)";

  private static final String OF = " WHERE card_id = ? AND claim_id = ? AND seller = ?";

  private final Sql sql;
  private final GrantedSums sums;

  public SqlClaimFiles(Sql sql) {
    this.sql = sql;
    this.sums = new GrantedSums(sql);
  }

  @Override
  public void add(ClaimFile file) {
    Optional<SealedText> text = file.intake().text();
    ClaimFile.Standing standing = file.standing();
    sql.updateOne(
        "INSERT INTO claim_file (card_id, claim_id, seller, version, state, outcome, outcome_by,"
            + " decision, aside, granted, granted_version, channel, sender, holder, sealed_text,"
            + " stated, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        file.card().value(),
        file.claimId(),
        file.seller().value(),
        file.version(),
        standing.state().word(),
        standing.outcome().word(),
        standing.by().word(),
        standing.decision(),
        standing.aside().orElse(null),
        standing.amount().map(Money::toString).orElse(null),
        file.version(),
        file.intake().channel().word(),
        file.intake().sender().word(),
        text.map(one -> one.key().holder()).orElse(null),
        text.map(SealedText::sealed).orElse(null),
        file.intake().stated().map(Json::text).orElse(null),
        file.changedAt());
  }

  @Override
  public Optional<ClaimFile> of(StoredClaim claim) {
    return sql.one(
            SELECT
                + " WHERE claim_file.card_id = ? AND claim_file.claim_id = ?"
                + " AND claim_file.seller = ?",
            SqlClaimFiles::read,
            claim.card().value(),
            claim.id(),
            claim.seller().value())
        .map(sums::sure);
  }

  @Override
  public void change(ClaimFile file) {
    ClaimFile.Standing standing = file.standing();
    sql.updateAsRead(
        "UPDATE claim_file SET version = ?, state = ?, outcome = ?, outcome_by = ?, decision = ?,"
            + " aside = ?, granted = ?, granted_version = ?, changed_at = ?"
            + OF
            + " AND version = ?",
        file.version(),
        standing.state().word(),
        standing.outcome().word(),
        standing.by().word(),
        standing.decision(),
        standing.aside().orElse(null),
        standing.amount().map(Money::toString).orElse(null),
        file.version(),
        file.changedAt(),
        file.card().value(),
        file.claimId(),
        file.seller().value(),
        file.version() - 1);
  }

  @Override
  public List<ClaimFile> list(Filter filter) {
    ListQuery query =
        new ListQuery(SELECT + " WHERE claim_file.seller = ?", filter.seller().value())
            .and("claim_file.state = ?", filter.state().map(ClaimState::word));
    List<GrantedSums.Read> found =
        (filter.overdue() ? query.and(OVERDUE) : query)
            .oldestFirst("claim_file.changed_at", "claim_file.claim_id", filter.page())
            .on(sql, SqlClaimFiles::read);
    return found.stream().map(sums::sure).toList();
  }

  @Override
  public void addDecision(int number, StoredClaim decision) {
    sql.updateOne(
        "INSERT INTO claim_decision (card_id, claim_id, number, seller, decided_at, pack,"
            + " pack_hash, calendar_hash, outcome, facts, decision, shown, explanation)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        decision.card().value(),
        decision.id(),
        number,
        decision.seller().value(),
        decision.decidedAt(),
        decision.pack(),
        decision.packHash(),
        decision.calendarHash(),
        decision.outcome(),
        decision.facts(),
        decision.decision(),
        decision.shown(),
        String.join("\n", decision.explanation()));
  }

  @Override
  public List<StoredClaim> decisions(StoredClaim claim) {
    return sql.list(
        "SELECT * FROM claim_decision" + OF + " ORDER BY number",
        row -> decision(row, claim),
        claim.card().value(),
        claim.id(),
        claim.seller().value());
  }

  @Override
  public void addAnswer(StoredClaim claim, Stated answer, Instant at) {
    sql.updateOne(
        "INSERT INTO claim_answer (card_id, claim_id, number, seller, stated, at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        claim.card().value(),
        claim.id(),
        answers(claim).size() + 1,
        claim.seller().value(),
        Json.text(answer),
        at);
  }

  @Override
  public List<Stated> answers(StoredClaim claim) {
    return sql.list(
        "SELECT * FROM claim_answer" + OF + " ORDER BY number",
        row -> Json.read(row.text("stated"), Stated.class),
        claim.card().value(),
        claim.id(),
        claim.seller().value());
  }

  private static StoredClaim decision(Sql.Row row, StoredClaim claim) throws SQLException {
    return new StoredClaim(
        claim.id(),
        claim.card(),
        claim.seller(),
        claim.orderId(),
        claim.kind(),
        claim.reason(),
        claim.at(),
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

  private static GrantedSums.Read read(Sql.Row row) throws SQLException {
    ClaimFile file = file(row);
    Optional<Long> written = row.maybe("granted_version", one -> one.number("granted_version"));
    return new GrantedSums.Read(file, written.equals(Optional.of(file.version())));
  }

  private static ClaimFile file(Sql.Row row) throws SQLException {
    return new ClaimFile(
        new CardId(row.number("card_id")),
        new SellerId(row.text("seller")),
        row.text("claim_id"),
        row.number("version"),
        new ClaimFile.Standing(
            Word.of(ClaimState.values(), row.text("state")),
            Word.of(Outcome.values(), row.text("outcome")),
            Word.of(Decider.values(), row.text("outcome_by")),
            (int) row.number("decision"),
            row.maybe("aside", other -> (int) other.number("aside")),
            row.maybe("granted", other -> Money.parse(other.text("granted")).orElseThrow())),
        new ClaimFile.Intake(
            Word.of(Channel.values(), row.text("channel")),
            Word.of(SenderCheck.values(), row.text("sender")),
            SealedColumns.read(row, "sealed_text"),
            row.maybe("stated", other -> Json.read(other.text("stated"), Stated.class))),
        row.instant("changed_at"));
  }
}
