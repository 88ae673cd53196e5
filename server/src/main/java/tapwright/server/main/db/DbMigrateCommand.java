package tapwright.server.main.db;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tapwright.server.app.Answer;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.schema.Schema;

/** Brings a record's tables to the version that this program works with. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = "Brings a record's tables to this program's version, or makes them.")
final class DbMigrateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RecordOption record;
  @Mixin private CommandOutput output;

  @Option(names = "--dry-run", description = "Says what would be done, and does nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    RecordUrl url = record.url();
    if (dryRun && isMissing(url)) {
      return output.refused(spec, StoreRefusal.MISSING.with("db", url));
    }
    return switch (dryRun ? Schema.versions(url) : Schema.migrate(url)) {
      case Answer.Refused<Schema.Versions> refused -> output.refused(spec, refused.refusal());
      case Answer.Done<Schema.Versions> done -> report(url, done.value());
    };
  }

  /** To look into a file that is not there would make it. */
  private static boolean isMissing(RecordUrl url) {
    return url.engine() == RecordUrl.Engine.SQLITE && !Files.exists(url.file());
  }

  private int report(RecordUrl url, Schema.Versions versions) {
    if (output.isJson()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("db", url.toString());
      map.put("from", versions.onRecord());
      map.put("to", versions.known());
      map.put("done", !dryRun);
      output.json(spec, map);
    } else {
      output.lines(spec, List.of(line(url, versions)));
    }
    return CommandOutput.DONE;
  }

  private String line(RecordUrl url, Schema.Versions versions) {
    if (versions.isCurrent()) {
      return url + " has schema version " + versions.known() + "; there is nothing to do";
    }
    String from = versions.onRecord().isEmpty() ? "nothing" : "version " + versions.onRecord();
    return url
        + (dryRun ? " would go from " : " went from ")
        + from
        + " to version "
        + versions.known();
  }
}
