package tapwright.server.main.db;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.server.app.Answer;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.store.upkeep.chain.ChainAudit;
import tapwright.server.store.upkeep.chain.ChainReport;

/** Writes where all trails and cards' histories stand now. */
@Command(
    name = "checkpoint",
    mixinStandardHelpOptions = true,
    description = {
      "Writes where all trails and cards' histories stand now, as a sealed file.",
      "It is sealed with the record's keys; keep it where whoever can change the record cannot."
    })
final class AuditCheckpointCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RecordOption record;
  @Mixin private CommandOutput output;

  @Parameters(paramLabel = "FILE", description = "Where the checkpoint goes.")
  private Path file = Path.of("");

  @Option(names = "--force", description = "Replaces a file of that name.")
  private boolean force;

  @Override
  public Integer call() {
    ChainAudit audit = new ChainAudit(record.url());
    ChainAudit.Place place = new ChainAudit.Place(file, force);
    Answer<ChainReport> answer =
        CheckpointKeys.with(
            record.url(), (seal, clock) -> audit.checkpoint(place, clock.instant(), seal));
    return switch (answer) {
      case Answer.Refused<ChainReport> refused -> output.refused(spec, refused.refusal());
      case Answer.Done<ChainReport>(ChainReport report) -> report(report);
    };
  }

  private int report(ChainReport report) {
    int code = ChainLines.report(spec, output, report);
    if (!output.isJson()) {
      output.lines(
          spec,
          List.of(
              report.inOrder()
                  ? file + " says where they stand; keep it apart from the record"
                  : "no checkpoint was written, since not all is in order"));
    }
    return code;
  }
}
