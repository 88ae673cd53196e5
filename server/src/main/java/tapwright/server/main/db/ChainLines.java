package tapwright.server.main.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import tapwright.server.app.FieldError;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.store.upkeep.chain.ChainFinding;
import tapwright.server.store.upkeep.chain.ChainReport;

/** What a check of all chains showed, as lines for people and as values for JSON. */
final class ChainLines {

  private ChainLines() {}

  /** Prints it; answers the exit code. */
  static int report(CommandSpec spec, CommandOutput output, ChainReport report) {
    if (output.isJson()) {
      output.json(spec, values(report));
    } else {
      output.lines(spec, lines(report));
    }
    return report.inOrder() ? CommandOutput.DONE : CommandOutput.NO;
  }

  private static List<String> lines(ChainReport report) {
    List<String> lines = new ArrayList<>();
    report.findings().forEach(finding -> lines.add(finding.toString()));
    if (report.found() > report.findings().size()) {
      lines.add("and " + (report.found() - report.findings().size()) + " more");
    }
    lines.add(
        "%s in %s%s: %s"
            .formatted(
                counted(report.entries(), "entry", "entries"),
                counted(report.chains(), "chain", "chains"),
                report.since().map(at -> ", compared with a checkpoint of " + at).orElse(""),
                report.inOrder() ? "all in order" : FieldError.counted(report.found(), "fault")));
    if (report.unlinked() > 0) {
      lines.add(
          "note: %s of an earlier version not linked yet; a server does that"
              .formatted(counted(report.unlinked(), "entry is", "entries are")));
    }
    return lines;
  }

  private static String counted(long count, String one, String more) {
    return count + " " + (count == 1 ? one : more);
  }

  private static Map<String, Object> values(ChainReport report) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("inOrder", report.inOrder());
    map.put("chains", report.chains());
    map.put("entries", report.entries());
    map.put("unlinked", report.unlinked());
    report.since().ifPresent(at -> map.put("checkpoint", at.toString()));
    map.put("found", report.found());
    map.put("findings", report.findings().stream().map(ChainLines::values).toList());
    return map;
  }

  private static Map<String, Object> values(ChainFinding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", finding.fault().kind().word());
    map.put("area", finding.chain().area());
    map.put("subject", finding.chain().subject());
    map.put("entry", finding.fault().number());
    map.put("expected", finding.fault().expected());
    return map;
  }
}
