package tapwright.server.main.db;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.policy.PolicyFolder;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.audit.CheckResult;
import tapwright.server.store.upkeep.audit.RecordAudit;

/** Checks a whole record and says what it found, whichever command asked for it. */
final class WholeCheck {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private RecordOption record;
  @Mixin private PolicyFolder policies;
  @Mixin private CommandOutput output;

  int run() {
    Packs.Addition packs = policies.packs();
    if (!packs.refusals().isEmpty()) {
      return output.refused(spec, packs.refusals());
    }
    return switch (RecordAudit.run(record.url(), packs.packs(), progress(spec))) {
      case Answer.Refused<List<CheckResult>> refused -> output.refused(spec, refused.refusal());
      case Answer.Done<List<CheckResult>> done -> report(record.url(), done.value());
    };
  }

  private int report(RecordUrl url, List<CheckResult> results) {
    if (output.isJson()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("db", url.toString());
      map.put("inOrder", CheckReport.exitCode(results) == CommandOutput.DONE);
      map.put("checks", CheckReport.values(results));
      map.put("spools", Spools.of(url).stream().map(Path::toString).toList());
      output.json(spec, map);
    } else {
      output.lines(spec, CheckReport.lines(results));
      output.lines(spec, Spools.of(url).stream().map(WholeCheck::waiting).toList());
    }
    return CheckReport.exitCode(results);
  }

  /** What the checks cannot see: it is no difference, but a reader of counts has to know. */
  private static String waiting(Path spool) {
    return "note: %s has %d bytes of hits that may not be on record yet; a server puts them there"
        .formatted(spool, Spools.bytes(spool));
  }

  /** Long work says on standard error how far it is. */
  static Progress progress(CommandSpec spec) {
    return (doing, done) -> {
      spec.commandLine().getErr().println(doing + ": " + done);
      spec.commandLine().getErr().flush();
    };
  }
}
