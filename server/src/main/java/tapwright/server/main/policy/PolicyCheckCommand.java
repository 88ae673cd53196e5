package tapwright.server.main.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.core.Checked;
import tapwright.core.policy.check.Example;
import tapwright.core.policy.check.Finding;
import tapwright.core.policy.check.PackCheck;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.server.main.console.CommandOutput;

/** Proves that a pack decides every claim that can be made, or says where it does not. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Go through every case that a policy can meet: gaps, overlaps, dead clauses.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:nothing found", "1:something found", "2:usage", "3:a file cannot be read"})
final class PolicyCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;
  @Mixin private PolicyFolder folder;

  @Option(names = "--examples", description = "Show an example of each declared gap too.")
  private boolean examples;

  @Parameters(
      paramLabel = "PACK|FILE",
      arity = "0..*",
      description = "A pack's id, id@version, or a file; without any all packs at hand.")
  private List<String> names = List.of();

  @Override
  public Integer call() {
    List<PackCheck> checks = new ArrayList<>();
    Packs.Addition read = folder.written();
    // A file that is named may be the very one that the folder's packs are refused for.
    int code = names.isEmpty() ? output.refused(spec, read.refusals()) : CommandOutput.DONE;
    Packs packs = read.packs();
    List<Checked<Pack>> chosen =
        names.isEmpty()
            ? packs.all().stream().<Checked<Pack>>map(Checked.Passed::new).toList()
            : names.stream().map(name -> named(packs, name)).toList();
    for (Checked<Pack> parsed : chosen) {
      switch (parsed) {
        case Checked.Refused<Pack> refused -> {
          code = Math.max(code, output.refused(spec, refused.refusal()));
          output.refused(spec, read.refusals());
        }
        case Checked.Passed<Pack> pack -> checks.add(PackCheck.of(pack.value()));
      }
    }
    if (output.isJson()) {
      output.json(spec, Map.of("checks", checks.stream().map(PolicyCheckCommand::entry).toList()));
    } else {
      checks.forEach(check -> output.lines(spec, lines(check)));
    }
    boolean clean = checks.stream().allMatch(check -> check.faults().isEmpty());
    return clean ? code : Math.max(code, CommandOutput.NO);
  }

  /**
   * A pack of the folder is checked even where it is not taken: that is what is to be found out.
   */
  private Checked<Pack> named(Packs packs, String name) {
    return folder
        .inForm(name)
        .<Checked<Pack>>map(Checked.Passed::new)
        .orElseGet(() -> PackFiles.named(packs, folder.holidays(), name));
  }

  private List<String> lines(PackCheck check) {
    List<String> lines = new ArrayList<>();
    lines.add(
        check.pack()
            + ": "
            + check.groups()
            + " groups of cases, "
            + check.gaps().size()
            + " declared gaps, "
            + check.faults().size()
            + " findings");
    lines.add("  " + outcomes(check));
    for (PackCheck.DeclaredGap gap : check.gaps()) {
      lines.add("  gap " + gap.id() + " (" + gap.cells() + "): " + gap.because());
      if (examples) {
        addExample(lines, gap.example());
      }
    }
    for (Finding finding : check.findings()) {
      String head = finding.isFault() ? "  " : "  note, ";
      lines.add(head + finding.kind().word() + " at " + finding.place() + ": " + finding.says());
      if (finding.example() != null) {
        addExample(lines, finding.example());
      }
    }
    return lines;
  }

  private static String outcomes(PackCheck check) {
    return check.cells().entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static void addExample(List<String> lines, Example example) {
    example.file().lines().forEach(line -> lines.add("    " + line));
  }

  private static Map<String, Object> entry(PackCheck check) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("pack", check.pack());
    map.put("cells", check.cells());
    map.put("gaps", check.gaps().stream().map(PolicyCheckCommand::entry).toList());
    map.put("findings", check.findings().stream().map(PolicyCheckCommand::entry).toList());
    return map;
  }

  private static Map<String, Object> entry(PackCheck.DeclaredGap gap) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("gap", gap.id());
    map.put("place", gap.place());
    map.put("because", gap.because());
    map.put("cells", gap.cells());
    map.put("example", gap.example().file());
    return map;
  }

  private static Map<String, Object> entry(Finding finding) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("finding", finding.kind().word());
    map.put("fault", finding.isFault());
    map.put("place", finding.place());
    map.put("says", finding.says());
    map.put("cells", finding.cells());
    if (finding.example() != null) {
      map.put("example", finding.example().file());
    }
    return map;
  }
}
