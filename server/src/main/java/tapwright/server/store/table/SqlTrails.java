package tapwright.server.store.table;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.core.trail.TrailLink;
import tapwright.server.record.trail.Trails;
import tapwright.server.store.sql.Sql;

/** {@link Trails} in SQL. */
final class SqlTrails implements Trails {

  private static final String OF = " WHERE area = ? AND subject_id = ? AND seller = ?";

  private final Sql sql;

  SqlTrails(Sql sql) {
    this.sql = sql;
  }

  /** How a trail ends. */
  private record End(long number, Bytes link) {}

  @Override
  public void add(Subject subject, TrailEntry entry) {
    End end = end(subject).orElseGet(() -> new End(0, TrailLink.start(subject)));
    if (entry.number() != end.number() + 1) {
      throw new IllegalStateException(
          "entry %d follows number %d".formatted(entry.number(), end.number()));
    }
    sql.updateOne(
        "INSERT INTO trail (area, subject_id, number, seller, kind, detail, actor, role, cause, at,"
            + " recorded_at, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        subject.area().word(),
        subject.id(),
        entry.number(),
        subject.seller().value(),
        entry.kind(),
        entry.detail(),
        entry.by().actor(),
        entry.by().role(),
        entry.cause(),
        entry.at(),
        entry.recordedAt(),
        TrailLink.after(end.link(), entry));
  }

  private Optional<End> end(Subject subject) {
    return sql.one(
        "SELECT number, link FROM trail" + OF + " ORDER BY number DESC LIMIT 1",
        row -> new End(row.number("number"), row.bytes("link")),
        subject.area().word(),
        subject.id(),
        subject.seller().value());
  }

  @Override
  public List<TrailEntry> of(Subject subject) {
    return sql.list(
        "SELECT * FROM trail" + OF + " ORDER BY number",
        SqlTrails::read,
        subject.area().word(),
        subject.id(),
        subject.seller().value());
  }

  private static TrailEntry read(Sql.Row row) throws SQLException {
    return new TrailEntry(
        row.number("number"),
        row.text("kind"),
        row.text("detail"),
        new TrailEntry.By(row.text("actor"), row.text("role")),
        row.text("cause"),
        row.instant("at"),
        row.instant("recorded_at"));
  }
}
