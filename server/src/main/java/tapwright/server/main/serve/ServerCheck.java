package tapwright.server.main.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import tapwright.core.Refusal;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.settings.Settings;
import tapwright.server.main.settings.SettingsReader;
import tapwright.server.main.settings.UnusableSettings;

/** Says whether a server would start with what is set, and starts none and changes nothing. */
final class ServerCheck {

  private final CommandSpec spec;
  private final CommandOutput output;

  ServerCheck(CommandSpec spec, CommandOutput output) {
    this.spec = spec;
    this.output = output;
  }

  /** Looks at everything; the exit code is that of the worst that was seen. */
  int run(SettingsReader.Sources sources) {
    List<Finding> findings = findings(sources);
    if (output.isJson()) {
      output.json(spec, Map.of("checks", findings.stream().map(ServerCheck::value).toList()));
    } else {
      output.lines(spec, findings.stream().map(ServerCheck::line).toList());
    }
    return findings.stream().mapToInt(one -> one.verdict().exitCode()).max().orElse(0);
  }

  private static List<Finding> findings(SettingsReader.Sources sources) {
    try {
      Settings settings = SettingsReader.read(sources);
      return StartChecks.of(settings);
    } catch (UnusableSettings e) {
      Finding.Verdict verdict = e.isOfTheWorld() ? Finding.Verdict.FAILED : Finding.Verdict.NO;
      return e.refusals().stream()
          .map(Refusal::message)
          .map(said -> new Finding("settings", verdict, said))
          .toList();
    }
  }

  private static String line(Finding one) {
    return String.format(
        Locale.ROOT, "%-6s %-10s %s", one.verdict().word(), one.subject(), one.said());
  }

  private static Map<String, Object> value(Finding one) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("check", one.subject());
    value.put("verdict", one.verdict().word());
    value.put("said", one.said());
    return value;
  }
}
