package tapwright.server.main.db;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.server.app.Answer;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.MasterKey;
import tapwright.server.main.installation.Product;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.upkeep.backup.BackupNote;
import tapwright.server.store.upkeep.backup.Backups;

/** Writes a backup of a record, also while servers work on it. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Writes a checked backup of a record, also while servers work on it.")
final class DbBackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RecordOption record;
  @Mixin private CommandOutput output;

  @Parameters(paramLabel = "FILE", description = "Where the backup goes.")
  private Path file = Path.of("");

  @Option(names = "--force", description = "Replaces a file of that name.")
  private boolean force;

  @Override
  public Integer call() {
    BackupNote.Made made = new BackupNote.Made(Product.version(), Installation.CLOCK.instant());
    RecordUrl url = record.url();
    Backups.Source source = new Backups.Source(url, Spools.of(url));
    return switch (Backups.make(source, file, made, force)) {
      case Answer.Refused<BackupNote> refused -> output.refused(spec, refused.refusal());
      case Answer.Done<BackupNote> done -> report(done.value());
    };
  }

  private int report(BackupNote note) {
    if (output.isJson()) {
      output.json(spec, values(file, note));
    } else {
      output.lines(
          spec,
          List.of(
              "%s holds %d rows of schema version %s as of %s%s"
                  .formatted(file, rows(note), note.schema(), note.at(), waiting(note)),
              "Keep %s apart from it: without that key a backup cannot be used"
                  .formatted(MasterKey.ofThisProcess())));
    }
    return CommandOutput.DONE;
  }

  static long rows(BackupNote note) {
    return note.rows().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Said only where there are any: with {@code --when-store-away spool}, and seldom then. */
  static String waiting(BackupNote note) {
    return note.waiting() == 0
        ? ""
        : ", and %d %s that waited to be put on record"
            .formatted(note.waiting(), note.waiting() == 1 ? "hit" : "hits");
  }

  static Map<String, Object> values(Path file, BackupNote note) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file.toString());
    map.put("product", note.product());
    map.put("engine", note.engine().title());
    map.put("schema", note.schema());
    map.put("at", note.at().toString());
    map.put("rows", note.rows());
    map.put("waiting", note.waiting());
    map.put("sha256", note.sha256());
    return map;
  }
}
