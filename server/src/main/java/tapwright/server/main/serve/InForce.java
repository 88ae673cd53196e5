package tapwright.server.main.serve;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.settings.Settings;

/** The settings that are in force, as people and programs read them. */
final class InForce {

  private InForce() {}

  static int print(CommandSpec spec, CommandOutput output, Settings settings) {
    if (output.isJson()) {
      output.json(spec, Map.of("settings", settings.all().stream().map(InForce::value).toList()));
    } else {
      output.lines(spec, settings.all().stream().map(InForce::line).toList());
    }
    return CommandOutput.DONE;
  }

  private static Map<String, Object> value(Settings.InForce one) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("name", one.name());
    value.put("value", one.value());
    value.put("whence", one.whence());
    return value;
  }

  private static String line(Settings.InForce one) {
    return String.format(Locale.ROOT, "%-17s %-36s %s", one.name(), one.value(), one.whence());
  }
}
