package tapwright.server.store.upkeep.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.record.StoreFault;
import tapwright.server.store.OwnersFile;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.schema.Schema;
import tapwright.server.store.upkeep.RecordTables;
import tapwright.server.store.upkeep.Session;
import tapwright.server.store.upkeep.audit.CheckResult;
import tapwright.server.store.upkeep.audit.EngineChecks;

/**
 * An SQLite record copied by VACUUM INTO (sqlite.org/lang_vacuum.html): one state of it, and no
 * server that writes meanwhile has to wait.
 *
 * <p>The backup interface of SQLite begins anew whenever another process writes, so that beside a
 * busy server it would never end.
 */
final class SqliteBackup {

  private SqliteBackup() {}

  static BackupNote write(RecordUrl url, Path record, BackupNote.Made made) {
    try (Connection connection = url.connect();
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, record.toString());
      copy.execute();
    } catch (SQLException e) {
      throw new StoreFault.Unavailable("copying " + url, e);
    }
    RecordUrl copied = RecordUrl.ofFile(record);
    try (Session session = Session.reading(copied)) {
      requireWhole(session);
      return new BackupNote(
          made.product(),
          RecordUrl.Engine.SQLITE,
          schema(copied),
          WrappingKey.of(session),
          made.at(),
          RecordTables.counts(session),
          BackupFile.sha256(record),
          0);
    }
  }

  static String schema(RecordUrl url) {
    return switch (Schema.versions(url)) {
      case Answer.Done<Schema.Versions> done -> done.value().onRecord();
      case Answer.Refused<Schema.Versions> refused -> throw new StoreFault.Unfit(refused.refusal());
    };
  }

  private static void requireWhole(Session session) {
    List<CheckResult> checks = EngineChecks.run(session);
    for (CheckResult check : checks) {
      if (!check.inOrder()) {
        throw new StoreFault.Unavailable(
            "checking " + session.url(),
            new IllegalStateException(String.join("; ", check.examples())));
      }
    }
  }

  static Optional<Refusal> restore(Path record, BackupNote note, RecordUrl url) {
    Optional<Refusal> notEmpty = notEmpty(url);
    if (notEmpty.isPresent()) {
      return notEmpty;
    }
    try (Session session = Session.reading(RecordUrl.ofFile(record))) {
      requireWhole(session);
      requireCounts(session, note);
    }
    putInPlace(record, url.file());
    return Optional.empty();
  }

  /** Why no record is made in the file; empty where nothing is there. */
  static Optional<Refusal> notEmpty(RecordUrl url) {
    Path file = url.file();
    for (Path there : List.of(file, beside(file, "-wal"), beside(file, "-shm"))) {
      if (Files.exists(there)) {
        return Optional.of(
            StoreRefusal.NOT_EMPTY.with("db", url, "seen", "the file " + there.getFileName()));
      }
    }
    return Optional.empty();
  }

  static void requireCounts(Session session, BackupNote note) {
    if (!RecordTables.counts(session).equals(note.rows())) {
      throw new StoreFault.Unavailable(
          "checking " + session.url(),
          new IllegalStateException(
              "tables have " + RecordTables.counts(session) + " rows, not " + note.rows()));
    }
  }

  private static void putInPlace(Path record, Path file) {
    try {
      OwnersFile.shut(record);
      try (FileChannel channel = FileChannel.open(record, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(record, file, StandardCopyOption.ATOMIC_MOVE);
      BackupFile.syncFolder(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
