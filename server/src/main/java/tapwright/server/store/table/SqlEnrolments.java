package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.access.Enrolment;
import tapwright.server.record.access.Enrolments;
import tapwright.server.store.sql.Sql;

/** {@link Enrolments} in SQL. */
final class SqlEnrolments implements Enrolments {

  private final Sql sql;

  SqlEnrolments(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Enrolment enrolment) {
    sql.updateOne(
        "INSERT INTO enrolment (code_hash, seller, name, token_days, made_by, created_at,"
            + " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        enrolment.codeHash(),
        enrolment.seller().value(),
        enrolment.name(),
        enrolment.tokenDays(),
        enrolment.madeBy(),
        enrolment.createdAt(),
        enrolment.expiresAt());
  }

  @Override
  public Optional<Enrolment> use(Bytes codeHash, Instant now) {
    int used =
        sql.update(
            "UPDATE enrolment SET used_at = ? WHERE code_hash = ? AND used_at IS NULL"
                + " AND expires_at > ?",
            now,
            codeHash,
            now);
    return used == 0
        ? Optional.empty()
        : sql.one("SELECT * FROM enrolment WHERE code_hash = ?", SqlEnrolments::read, codeHash);
  }

  private static Enrolment read(Sql.Row row) throws SQLException {
    return new Enrolment(
        row.bytes("code_hash"),
        new SellerId(row.text("seller")),
        row.text("name"),
        (int) row.number("token_days"),
        row.text("made_by"),
        row.instant("created_at"),
        row.instant("expires_at"));
  }
}
