package tapwright.server.main.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.store.upkeep.audit.CheckResult;

/** What checks of a record showed, as lines for people and as values for JSON. */
final class CheckReport {

  private CheckReport() {}

  static List<String> lines(List<CheckResult> results) {
    List<String> lines = new ArrayList<>();
    for (CheckResult result : results) {
      lines.add(line(result));
      result.examples().forEach(example -> lines.add("         " + example));
      result.notes().forEach(note -> lines.add("         note: " + note));
    }
    return lines;
  }

  private static String line(CheckResult result) {
    return String.format(
        Locale.ROOT,
        "%-8s %-14s %10s %-9s %s",
        result.inOrder() ? "ok" : "differs",
        result.check().word(),
        result.inOrder()
            ? String.valueOf(result.count())
            : result.differing() + " of " + result.count(),
        result.check().unit(),
        result.check().says());
  }

  static List<Map<String, Object>> values(List<CheckResult> results) {
    return results.stream().map(CheckReport::values).toList();
  }

  private static Map<String, Object> values(CheckResult result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("check", result.check().word());
    map.put("inOrder", result.inOrder());
    map.put("compared", result.count());
    map.put("unit", result.check().unit());
    map.put("differing", result.differing());
    map.put("examples", result.examples());
    map.put("notes", result.notes());
    return map;
  }

  static int exitCode(List<CheckResult> results) {
    return results.stream().allMatch(CheckResult::inOrder) ? CommandOutput.DONE : CommandOutput.NO;
  }
}
