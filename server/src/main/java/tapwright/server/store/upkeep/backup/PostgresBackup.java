package tapwright.server.store.upkeep.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.upkeep.RecordTables;
import tapwright.server.store.upkeep.Session;

/** A PostgreSQL record through pg_dump and pg_restore. */
final class PostgresBackup {

  private PostgresBackup() {}

  /** The rows are counted in the very state that is dumped: pg_dump takes over our snapshot. */
  static Answer<BackupNote> write(RecordUrl url, Path record, BackupNote.Made made) {
    PostgresTools tools = new PostgresTools(url);
    try (Session session = Session.reading(url)) {
      String snapshot =
          session.list("SELECT pg_export_snapshot()", row -> row.getString(1)).getFirst();
      SortedMap<String, Long> rows = RecordTables.counts(session);
      return tools
          .run("pg_dump", dumping(snapshot, record))
          .or(() -> tools.run("pg_restore", List.of("--list", record.toString())))
          .<Answer<BackupNote>>map(Answer::refused)
          .orElseGet(
              () ->
                  Answer.done(
                      new BackupNote(
                          made.product(),
                          RecordUrl.Engine.POSTGRESQL,
                          SqliteBackup.schema(url),
                          WrappingKey.of(session),
                          made.at(),
                          rows,
                          BackupFile.sha256(record),
                          0)));
    }
  }

  private static List<String> dumping(String snapshot, Path record) {
    return List.of(
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        "--snapshot=" + snapshot,
        "--file=" + record);
  }

  static Optional<Refusal> restore(Path record, BackupNote note, RecordUrl url) {
    Optional<Refusal> notEmpty = notEmpty(url);
    if (notEmpty.isPresent()) {
      return notEmpty;
    }
    PostgresTools tools = new PostgresTools(url);
    Optional<Refusal> refusal =
        tools.run(
            "pg_restore",
            List.of(
                "--exit-on-error",
                "--single-transaction",
                "--no-owner",
                "--no-privileges",
                "--dbname=" + tools.database(),
                record.toString()));
    if (refusal.isEmpty()) {
      try (Session session = Session.reading(url)) {
        SqliteBackup.requireCounts(session, note);
      }
    }
    return refusal;
  }

  /** Why the database is not empty; empty where it is. */
  static Optional<Refusal> notEmpty(RecordUrl url) {
    try (Session session = Session.reading(url)) {
      List<String> tables = RecordTables.all(session);
      return tables.isEmpty()
          ? Optional.empty()
          : Optional.of(
              StoreRefusal.NOT_EMPTY.with("db", url, "seen", "the table " + tables.getFirst()));
    }
  }
}
