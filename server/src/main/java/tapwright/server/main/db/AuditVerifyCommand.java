package tapwright.server.main.db;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tapwright.server.app.Answer;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.store.upkeep.chain.ChainAudit;
import tapwright.server.store.upkeep.chain.ChainReport;

/** Checks all trails and cards' histories, link by link. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks every trail and every card's history, entry by entry.",
      "Names what was changed, taken out, moved, put in or cut off beside the program, and chains",
      "that are gone. Servers may work on the record meanwhile."
    })
final class AuditVerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RecordOption record;
  @Mixin private CommandOutput output;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Also what is gone or was written anew since 'audit checkpoint' wrote FILE.")
  private @Nullable Path checkpoint;

  @Override
  public Integer call() {
    return switch (verified(new ChainAudit(record.url()), checkpoint)) {
      case Answer.Refused<ChainReport> refused -> output.refused(spec, refused.refusal());
      case Answer.Done<ChainReport>(ChainReport report) -> ChainLines.report(spec, output, report);
    };
  }

  private Answer<ChainReport> verified(ChainAudit audit, @Nullable Path file) {
    return file == null
        ? audit.verify()
        : CheckpointKeys.with(record.url(), (seal, clock) -> audit.verify(file, seal));
  }
}
