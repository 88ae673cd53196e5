package tapwright.server.main.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.core.Refusal;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.DatabaseLock;
import tapwright.server.main.installation.DatabaseLogin;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.MasterKey;
import tapwright.server.main.installation.TypedRecord;
import tapwright.server.main.policy.PolicyFolder;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.schema.MovedMark;
import tapwright.server.store.upkeep.move.Move;
import tapwright.server.store.upkeep.move.MovedTable;

/** Takes an embedded record to PostgreSQL. */
@Command(
    name = "move",
    mixinStandardHelpOptions = true,
    description = "Takes an embedded record to an empty PostgreSQL database; no server may run.")
final class DbMoveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private PolicyFolder policies;
  @Mixin private CommandOutput output;

  @Parameters(index = "0", paramLabel = "FROM", description = "As jdbc:sqlite:FILE; only read.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = "As jdbc:postgresql://HOST/NAME.")
  private String to = "";

  @Option(names = "--empty-target", description = "Throws away what a broken move left in TO.")
  private boolean emptyTarget;

  @Override
  public Integer call() {
    Packs.Addition packs = policies.packs();
    if (!packs.refusals().isEmpty()) {
      return output.refused(spec, packs.refusals());
    }
    RecordUrl source = TypedRecord.url(spec, from);
    RecordUrl target = TypedRecord.url(spec, to);
    Move move = new Move(source, target, packs.packs(), WholeCheck.progress(spec));
    Optional<Refusal> unfit = move.sourceRefusal();
    if (unfit.isPresent()) {
      return output.refused(spec, unfit.get());
    }
    try (DatabaseLock _ = DatabaseLock.takeIfEmbedded(source, "stop it before its record moves")) {
      Optional<Refusal> waiting = Spools.moveRefusal(source);
      if (waiting.isPresent()) {
        return output.refused(spec, waiting.get());
      }
      return switch (move.run(emptyTarget)) {
        case Answer.Refused<Move.Moved> refused -> output.refused(spec, refused.refusal());
        case Answer.Done<Move.Moved> done -> report(done.value(), source, target);
      };
    }
  }

  private int report(Move.Moved moved, RecordUrl source, RecordUrl target) {
    if (moved.isEqual()) {
      MovedMark.write(source.file(), target, Installation.CLOCK.instant());
    }
    if (output.isJson()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("moved", moved.isEqual());
      map.put("tables", moved.tables().stream().map(DbMoveCommand::values).toList());
      map.put("checks", CheckReport.values(moved.checks()));
      output.json(spec, map);
    } else {
      output.lines(spec, lines(moved));
      output.lines(
          spec,
          moved.isEqual()
              ? next(source, target)
              : List.of("nothing was moved, since not all is equal and in order"));
    }
    return moved.isEqual() ? CommandOutput.DONE : CommandOutput.NO;
  }

  private static List<String> lines(Move.Moved moved) {
    List<String> lines = new ArrayList<>();
    for (MovedTable table : moved.tables()) {
      lines.add(
          (table.isEqual() ? "equal    " : "differs  ")
              + table.name()
              + ": "
              + table.from()
              + (table.isEqual() ? "" : ", not " + table.to()));
    }
    lines.addAll(CheckReport.lines(moved.checks()));
    return lines;
  }

  private static List<String> next(RecordUrl source, RecordUrl target) {
    return List.of(
        "moved; the file was not changed, and %s keeps servers off it"
            .formatted(MovedMark.of(source.file())),
        "next: set %s=%s on every node, and take %s of the state folder along"
            .formatted(DatabaseLogin.URL, target, MasterKey.FILE_NAME));
  }

  private static Map<String, Object> values(MovedTable table) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("table", table.name());
    map.put("rows", table.rows());
    map.put("equal", table.isEqual());
    return map;
  }
}
