package tapwright.server.main.policy;

import java.nio.file.Files;
import java.nio.file.Path;
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
import tapwright.core.Checked;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.cases.CaseFile;
import tapwright.core.policy.cases.GoldenCase;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.explain.Explanation;
import tapwright.core.policy.explain.Outlook;
import tapwright.core.policy.explain.Timeline;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.server.main.console.CommandOutput;

/** Decides the cases of a file and says why, as support reads it. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Decide a case and say why, as support reads it.")
final class PolicyExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;
  @Mixin private PolicyFolder folder;

  @Option(
      names = "--overlay",
      paramLabel = "LAW",
      description = "Statutory rights to consider besides, as law-in; off unless switched on.")
  private List<String> overlays = new ArrayList<>();

  @Parameters(
      paramLabel = "FILE[#name]",
      description = "A case file, and one of its cases; without a name all of them.")
  private String target;

  private Packs packs = Packs.of(List.of());

  @Override
  public Integer call() {
    Packs.Addition read = folder.packs(overlays);
    if (!read.refusals().isEmpty()) {
      return output.refused(spec, read.refusals());
    }
    packs = read.packs();
    int mark = target.indexOf('#');
    Path path = Path.of(mark < 0 ? target : target.substring(0, mark));
    Optional<String> name = mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1));
    if (!Files.isReadable(path)) {
      return output.failed(spec, "cannot read cases at " + path);
    }
    return switch (CaseFiles.read(path)) {
      case Checked.Refused<CaseFile> refused -> output.refused(spec, refused.refusal());
      case Checked.Passed<CaseFile> file -> explain(file.value(), name);
    };
  }

  private int explain(CaseFile file, Optional<String> name) {
    if (name.isEmpty()) {
      return explainAll(file, file.cases());
    }
    return switch (file.named(name.get())) {
      case Checked.Refused<CaseFile.Entry> refused -> output.refused(spec, refused.refusal());
      case Checked.Passed<CaseFile.Entry> entry -> explainAll(file, List.of(entry.value()));
    };
  }

  private int explainAll(CaseFile file, List<CaseFile.Entry> entries) {
    int code = CommandOutput.DONE;
    for (CaseFile.Entry entry : entries) {
      int one =
          switch (entry.parsed()) {
            case Checked.Refused<GoldenCase> refused -> output.refused(spec, refused.refusal());
            case Checked.Passed<GoldenCase> golden -> explain(file, golden.value());
          };
      code = Math.max(code, one);
    }
    return code;
  }

  private int explain(CaseFile file, GoldenCase golden) {
    Optional<Pack> pack = packs.inForce(file.policy(), golden.facts());
    if (pack.isEmpty()) {
      return output.refused(spec, packs.unknown(file.policy()));
    }
    Calendar calendar = file.calendarFor(pack.get());
    Decision decision = Engine.decide(pack.get(), calendar, golden.claim(), golden.facts());
    List<String> words = new ArrayList<>(Explanation.of(decision));
    Outlook outlook = Outlook.of(pack.get(), calendar, golden.claim(), golden.facts());
    words.addAll(outlook.lines());
    List<String> timeline =
        Timeline.of(pack.get(), calendar, golden.claim(), golden.facts(), decision);
    if (output.isJson()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("case", golden.name());
      map.put("decision", decision.toMap());
      map.put("outlook", outlook.toMap());
      map.put("explanation", words);
      map.put("timeline", timeline);
      output.json(spec, map);
    } else {
      output.lines(spec, lines(golden.name(), words, timeline));
    }
    return CommandOutput.DONE;
  }

  private static List<String> lines(String name, List<String> words, List<String> timeline) {
    List<String> lines = new ArrayList<>(List.of(name));
    words.forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add("    o happened   * this claim   | a time ends   ! due");
    timeline.forEach(row -> lines.add("    " + row));
    lines.add("");
    return lines;
  }
}
