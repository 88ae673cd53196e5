package tapwright.server.store.upkeep.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.record.StoreFault;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.schema.MovedMark;
import tapwright.server.store.schema.Schema;
import tapwright.server.store.spool.SpoolCopy;
import tapwright.server.store.upkeep.Fitness;

/** Backups of a record, made while servers work on it, and records made of backups again. */
public final class Backups {

  private Backups() {}

  /**
   * What is backed up.
   *
   * @param spools journals in which answered hits may wait for the record
   */
  public record Source(RecordUrl url, List<Path> spools) {

    public Source {
      spools = List.copyOf(spools);
    }
  }

  /**
   * Writes a backup: of one state of the record, checked, and synced to disk before it is there.
   *
   * @param overwrite whether a file of that name may be replaced
   */
  public static Answer<BackupNote> make(
      Source source, Path file, BackupNote.Made made, boolean overwrite) {
    Optional<Refusal> refusal = refusal(source.url(), file, overwrite);
    return refusal.isPresent()
        ? Answer.refused(refusal.get())
        : inFolder(
            file,
            folder -> {
              BackupFile.Parts parts = BackupFile.Parts.in(folder);
              // First: what leaves the spools after this is on record before the record is read.
              int waiting = copied(source.spools(), parts.spool());
              return switch (dump(source.url(), parts.record(), made)) {
                case Answer.Refused<BackupNote> refused -> refused;
                case Answer.Done<BackupNote>(BackupNote note) ->
                    written(file, note.withWaiting(waiting), parts);
              };
            });
  }

  private static int copied(List<Path> spools, Path to) {
    return spools.stream()
        .filter(Files::exists)
        .mapToInt(spool -> SpoolCopy.append(spool, to))
        .sum();
  }

  private static Answer<BackupNote> written(Path file, BackupNote note, BackupFile.Parts parts)
      throws IOException {
    BackupFile.write(file, note, parts);
    return BackupFile.isWhole(file, note)
        ? Answer.done(note)
        : unreadable(file, "it does not read back as it was written");
  }

  private static Optional<Refusal> refusal(RecordUrl url, Path file, boolean overwrite) {
    if (Fitness.isMissing(url)) {
      return Optional.of(StoreRefusal.MISSING.with("db", url));
    }
    if (Schema.versions(url) instanceof Answer.Refused<Schema.Versions> refused) {
      return Optional.of(refused.refusal());
    }
    return Files.exists(file) && !overwrite
        ? Optional.of(StoreRefusal.BACKUP_EXISTS.with("file", file))
        : Optional.empty();
  }

  private static Answer<BackupNote> dump(RecordUrl url, Path record, BackupNote.Made made) {
    return switch (url.engine()) {
      case SQLITE -> Answer.done(SqliteBackup.write(url, record, made));
      case POSTGRESQL -> PostgresBackup.write(url, record, made);
    };
  }

  /** What a backup says of itself; refused where the file is none. */
  public static Answer<BackupNote> note(Path file) {
    try {
      return Files.exists(file)
          ? BackupFile.note(file)
              .map(Answer::done)
              .orElseGet(() -> unreadable(file, "it holds no note and record"))
          : unreadable(file, "there is no such file");
    } catch (IOException e) {
      throw new StoreFault.Unavailable("reading " + file, e);
    }
  }

  /** Why nothing can be made of the backup; empty where it is whole. */
  public static Optional<Refusal> damage(Path file, BackupNote note) {
    try {
      return BackupFile.isWhole(file, note) ? Optional.empty() : Optional.of(damaged(file));
    } catch (IOException e) {
      throw new StoreFault.Unavailable("reading " + file, e);
    }
  }

  private static Refusal damaged(Path file) {
    return StoreRefusal.BACKUP_UNREADABLE.with(
        "file", file, "problem", "the record in it is not the one that its note speaks of");
  }

  /**
   * Makes a record of a backup, in a database that is empty, and checks it against the note.
   *
   * <p>The hits that waited beside the record are not on it yet: {@link #giveSpool}.
   *
   * @param note what the backup says of itself
   */
  public static Answer<BackupNote> restore(Path file, BackupNote note, RecordUrl url) {
    Optional<Refusal> unfit = targetRefusal(file, note, url);
    if (unfit.isPresent()) {
      return Answer.refused(unfit.get());
    }
    return inFolder(
        place(file, url),
        folder -> {
          Path record = folder.resolve("record");
          if (!BackupFile.extract(file, note, record)) {
            return Answer.refused(damaged(file));
          }
          Optional<Refusal> refusal =
              switch (url.engine()) {
                case SQLITE -> SqliteBackup.restore(record, note, url);
                case POSTGRESQL -> PostgresBackup.restore(record, note, url);
              };
          return refusal
              .<Answer<BackupNote>>map(Answer::refused)
              .orElseGet(() -> Answer.done(note));
        });
  }

  /**
   * Gives the hits that waited beside the record to the taker, as a journal that goes after that;
   * answers what the taker does.
   */
  public static <T> T giveSpool(Path file, RecordUrl url, Function<Path, T> taker) {
    return inFolder(
        place(file, url),
        folder -> {
          Path spool = BackupFile.Parts.in(folder).spool();
          BackupFile.extractSpool(file, spool);
          return taker.apply(spool);
        });
  }

  /** Beside what a restored record is written without a copy. */
  private static Path place(Path file, RecordUrl url) {
    return switch (url.engine()) {
      case SQLITE -> url.file();
      case POSTGRESQL -> file;
    };
  }

  /** Why the backup cannot go there, as far as it shows without work; empty where it can. */
  public static Optional<Refusal> targetRefusal(Path file, BackupNote note, RecordUrl url) {
    if (note.engine() != url.engine()) {
      return Optional.of(
          StoreRefusal.BACKUP_ENGINE.with("file", file, "seen", note.engine().title()));
    }
    return switch (url.engine()) {
      case SQLITE -> MovedMark.refusal(url.file()).or(() -> SqliteBackup.notEmpty(url));
      case POSTGRESQL -> PostgresBackup.notEmpty(url);
    };
  }

  private static Answer<BackupNote> unreadable(Path file, String problem) {
    return Answer.refused(StoreRefusal.BACKUP_UNREADABLE.with("file", file, "problem", problem));
  }

  /** Works in a new folder beside the file, which is its owner's alone and goes in the end. */
  private static <T> T inFolder(Path file, Work<T> work) {
    Path beside = file.toAbsolutePath().getParent();
    if (beside == null || !Files.isDirectory(beside)) {
      throw new StoreFault.Unwritten(file, "no such folder");
    }
    try {
      Path folder = Files.createTempDirectory(beside, ".tapwright-backup");
      try {
        return work.in(folder);
      } finally {
        remove(folder);
      }
    } catch (AccessDeniedException e) {
      throw new StoreFault.Unwritten(file, "its folder may not be written to");
    } catch (IOException | UncheckedIOException e) {
      throw new StoreFault.Unwritten(file, "this failed on the way", e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  /** Something that is done with files in a folder. */
  @FunctionalInterface
  private interface Work<T> {
    T in(Path folder) throws IOException;
  }
}
