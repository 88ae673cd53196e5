package tapwright.server.store.claim;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Evidence;
import tapwright.server.record.claim.EvidenceFile;
import tapwright.server.record.claim.EvidenceFiles;
import tapwright.server.record.claim.SealedText;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.store.sql.Sql;

/** {@link EvidenceFiles} in SQL. */
public final class SqlEvidenceFiles implements EvidenceFiles {

  private static final String FROM =
      " FROM claim_evidence LEFT JOIN holder ON holder.holder_id = claim_evidence.holder"
          + " WHERE claim_evidence.card_id = ? AND claim_evidence.claim_id = ?"
          + " AND claim_evidence.seller = ?";

  private final Sql sql;

  public SqlEvidenceFiles(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(StoredClaim claim, EvidenceFile file, SealedText content) {
    sql.updateOne(
        "INSERT INTO claim_evidence (card_id, claim_id, evidence_id, seller, kind, media_type,"
            + " size_bytes, sha256, holder, sealed_name, sealed_content, added_by, added_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        claim.card().value(),
        claim.id(),
        file.id(),
        claim.seller().value(),
        file.kind().word(),
        file.content().mediaType(),
        file.content().sizeBytes(),
        file.content().sha256(),
        content.key().holder(),
        file.name().orElseThrow().sealed(),
        content.sealed(),
        file.addedBy(),
        file.addedAt());
  }

  @Override
  public List<EvidenceFile> of(StoredClaim claim) {
    return sql.list(
        "SELECT claim_evidence.evidence_id, claim_evidence.kind, claim_evidence.media_type,"
            + " claim_evidence.size_bytes, claim_evidence.sha256, claim_evidence.holder,"
            + " claim_evidence.sealed_name, claim_evidence.added_by, claim_evidence.added_at,"
            + " holder.wrapped_key"
            + FROM
            + " ORDER BY claim_evidence.added_at, claim_evidence.evidence_id",
        SqlEvidenceFiles::read,
        claim.card().value(),
        claim.id(),
        claim.seller().value());
  }

  @Override
  public Optional<SealedText> content(StoredClaim claim, String evidenceId) {
    return sql.one(
            "SELECT claim_evidence.holder, claim_evidence.sealed_content, holder.wrapped_key"
                + FROM
                + " AND claim_evidence.evidence_id = ?",
            row -> SealedColumns.read(row, "sealed_content"),
            claim.card().value(),
            claim.id(),
            claim.seller().value(),
            evidenceId)
        .flatMap(content -> content);
  }

  private static EvidenceFile read(Sql.Row row) throws SQLException {
    return new EvidenceFile(
        row.text("evidence_id"),
        Word.of(Evidence.values(), row.text("kind")),
        new EvidenceFile.Content(
            row.text("media_type"), (int) row.number("size_bytes"), row.bytes("sha256")),
        SealedColumns.read(row, "sealed_name"),
        row.text("added_by"),
        row.instant("added_at"));
  }
}
