package tapwright.server.main.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.DatabaseLock;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.MasterKey;
import tapwright.server.main.installation.StateFolder;
import tapwright.server.main.serve.HitPath;
import tapwright.server.record.key.Forgotten;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.upkeep.backup.BackupNote;
import tapwright.server.store.upkeep.backup.Backups;

/** Makes a record of a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Makes a record of a backup, in an empty database, and checks it.")
final class DbRestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RecordOption record;
  @Mixin private CommandOutput output;

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Option(
      names = "--forgotten",
      paramLabel = "LIST",
      description = {
        "People who were forgotten since, as 'holder forgotten' lists them; may be repeated.",
        "Those of forgotten.list in the state folder are forgotten again in any case."
      })
  private List<Path> forgotten = List.of();

  @Override
  public Integer call() {
    RecordUrl url = record.url();
    Optional<Path> away =
        Stream.concat(Stream.of(file), forgotten.stream())
            .filter(one -> !Files.isReadable(one))
            .findFirst();
    if (away.isPresent()) {
      return output.failed(spec, "cannot read " + away.get() + "; name a file that is there");
    }
    return switch (Backups.note(file)) {
      case Answer.Refused<BackupNote> refused -> output.refused(spec, refused.refusal());
      case Answer.Done<BackupNote> done -> restore(url, done.value());
    };
  }

  private int restore(RecordUrl url, BackupNote note) {
    Path folder = StateFolder.ofThisProcess();
    if (!MasterKey.ofThisProcess().tells(note.keyCheck())) {
      return output.refused(spec, StoreRefusal.KEY_DIFFERS.with("file", file, "folder", folder));
    }
    // Before the lock, whose file would stay beside a place that is not ours.
    Optional<Refusal> unfit =
        Backups.targetRefusal(file, note, url).or(() -> Backups.damage(file, note));
    if (unfit.isPresent()) {
      return output.refused(spec, unfit.get());
    }
    try (DatabaseLock _ =
        DatabaseLock.takeIfEmbedded(url, "stop it, or name a place of its own with --db")) {
      return switch (Backups.restore(file, note, url)) {
        case Answer.Refused<BackupNote> refused -> output.refused(spec, refused.refusal());
        case Answer.Done<BackupNote> done -> restored(folder, url, done.value());
      };
    }
  }

  private int restored(Path folder, RecordUrl url, BackupNote note) {
    List<Forgotten> people = ForgottenAgain.listed(folder, forgotten);
    if (note.waiting() == 0 && people.isEmpty()) {
      return report(url, note, new After(0, 0));
    }
    try (Installation installation = Installation.open(folder, url)) {
      int setAside =
          note.waiting() == 0
              ? 0
              : Backups.giveSpool(file, url, spool -> HitPath.putOnRecord(spool, installation));
      return report(url, note, new After(setAside, ForgottenAgain.forget(installation, people)));
    }
  }

  /**
   * What was done after the record was there.
   *
   * @param setAside hits that the record does not take
   * @param forgottenAgain people who were forgotten after the backup was made
   */
  private record After(int setAside, int forgottenAgain) {}

  private int report(RecordUrl url, BackupNote note, After after) {
    if (output.isJson()) {
      Map<String, Object> values = DbBackupCommand.values(file, note);
      values.put("setAside", after.setAside());
      values.put("forgottenAgain", after.forgottenAgain());
      output.json(spec, values);
    } else {
      output.lines(
          spec,
          Stream.of(
                  Optional.of(done(url, note)),
                  notTaken(after.setAside()),
                  again(after.forgottenAgain()))
              .flatMap(Optional::stream)
              .toList());
    }
    return CommandOutput.DONE;
  }

  private static Optional<String> again(int people) {
    return people == 0
        ? Optional.empty()
        : Optional.of("people who were forgotten since, and are forgotten again: " + people);
  }

  private String done(RecordUrl url, BackupNote note) {
    return "%s holds the %d rows of %s, as of %s%s"
        .formatted(url, DbBackupCommand.rows(note), file, note.at(), DbBackupCommand.waiting(note));
  }

  /** As of cards that are not on the record. */
  private static Optional<String> notTaken(int setAside) {
    return setAside == 0
        ? Optional.empty()
        : Optional.of(
            "The record does not take %d of them: see %s, and the log for why"
                .formatted(setAside, HitPath.aside(StateFolder.ofThisProcess())));
  }
}
