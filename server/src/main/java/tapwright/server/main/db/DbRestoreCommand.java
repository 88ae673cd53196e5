package tapwright.server.main.db;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.main.installation.DatabaseLock;
import tapwright.server.main.installation.MasterKey;
import tapwright.server.main.installation.StateFolder;
import tapwright.server.main.policy.PolicyOutput;
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
  @Mixin private PolicyOutput output;

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    return switch (Backups.note(file)) {
      case Answer.Refused<BackupNote> refused -> output.refused(spec, refused.refusal());
      case Answer.Done<BackupNote> done -> restore(done.value());
    };
  }

  private int restore(BackupNote note) {
    Path folder = StateFolder.ofThisProcess();
    if (!MasterKey.existing(folder).check().toHex().equals(note.keyCheck())) {
      return output.refused(spec, StoreRefusal.KEY_DIFFERS.with("file", file, "folder", folder));
    }
    RecordUrl url = record.url();
    // Before the lock, whose file would stay beside a place that is not ours.
    Optional<Refusal> unfit = Backups.targetRefusal(file, note, url);
    if (unfit.isPresent()) {
      return output.refused(spec, unfit.get());
    }
    try (DatabaseLock _ =
        DatabaseLock.takeIfEmbedded(url, "stop it, or name a place of its own with --db")) {
      return switch (Backups.restore(file, note, url)) {
        case Answer.Refused<BackupNote> refused -> output.refused(spec, refused.refusal());
        case Answer.Done<BackupNote> done -> report(url, done.value());
      };
    }
  }

  private int report(RecordUrl url, BackupNote note) {
    if (output.isJson()) {
      output.json(spec, DbBackupCommand.values(file, note));
    } else {
      output.lines(
          spec,
          List.of(
              "%s holds the %d rows of %s, as of %s"
                  .formatted(url, DbBackupCommand.rows(note), file, note.at())));
    }
    return PolicyOutput.DONE;
  }
}
