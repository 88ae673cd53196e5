package tapwright.server.main.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.core.Checked;
import tapwright.core.policy.check.PackDiff;
import tapwright.core.policy.library.HolidayLists;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.server.main.console.CommandOutput;

/** Says what changes for claims when one pack takes the place of another. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Show for which cases two policies decide differently, with an example each.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:compared", "1:no such policy", "2:usage", "3:a file cannot be read"})
final class PolicyDiffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;
  @Mixin private PolicyFolder folder;

  @Parameters(index = "0", paramLabel = "OLD", description = "A pack's id, id@version, or a file.")
  private String older;

  @Parameters(index = "1", paramLabel = "NEW", description = "A pack's id, id@version, or a file.")
  private String newer;

  @Override
  public Integer call() {
    Packs.Addition read = folder.packs();
    if (!read.refusals().isEmpty()) {
      return output.refused(spec, read.refusals());
    }
    Packs packs = read.packs();
    HolidayLists lists = folder.holidays();
    return switch (PackFiles.named(packs, lists, older)) {
      case Checked.Refused<Pack> refused -> output.refused(spec, refused.refusal());
      case Checked.Passed<Pack> one ->
          switch (PackFiles.named(packs, lists, newer)) {
            case Checked.Refused<Pack> refused -> output.refused(spec, refused.refusal());
            case Checked.Passed<Pack> other -> report(PackDiff.between(one.value(), other.value()));
          };
    };
  }

  private int report(PackDiff diff) {
    if (output.isJson()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("from", diff.from());
      map.put("to", diff.to());
      map.put("same", diff.same());
      map.put("changes", diff.changes().stream().map(PolicyDiffCommand::entry).toList());
      output.json(spec, map);
    } else {
      output.lines(spec, lines(diff));
    }
    return CommandOutput.DONE;
  }

  private static List<String> lines(PackDiff diff) {
    List<String> lines = new ArrayList<>();
    for (PackDiff.Change change : diff.changes()) {
      lines.add(
          change.kind().word()
              + ": "
              + change.was().inWords()
              + " -> "
              + change.becomes().inWords()
              + ", "
              + groups(change.cells()));
      change.example().file().lines().forEach(line -> lines.add("    " + line));
    }
    lines.add(
        diff.from()
            + " -> "
            + diff.to()
            + ": "
            + diff.changes().size()
            + " changes, "
            + groups(diff.same())
            + " the same");
    return lines;
  }

  private static Map<String, Object> entry(PackDiff.Change change) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", change.kind().word());
    map.put("was", change.was().inWords());
    map.put("becomes", change.becomes().inWords());
    map.put("cells", change.cells());
    map.put("example", change.example().file());
    return map;
  }

  /** A number of cases that a policy treats alike, group by group. */
  private static String groups(int count) {
    return count + (count == 1 ? " group of cases" : " groups of cases");
  }
}
