package tapwright.server.main.holder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.db.RecordOption;
import tapwright.server.main.installation.ForgottenFile;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.StateFolder;
import tapwright.server.record.key.Forgotten;

/** Lists who was forgotten, as a restore of an older backup wants it. */
@Command(
    name = "forgotten",
    mixinStandardHelpOptions = true,
    description = {
      "Lists who was forgotten, by no name: a line each, as 'db restore --forgotten FILE' takes",
      "them."
    })
final class HolderForgottenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RecordOption record;
  @Mixin private CommandOutput output;

  @Override
  public Integer call() {
    List<Forgotten> all;
    try (Installation installation = Installation.open(StateFolder.ofThisProcess(), record.url())) {
      all = installation.store().readAcrossSellers(records -> records.holders().forgotten()).join();
    }
    if (output.isJson()) {
      output.json(
          spec, Map.of("forgotten", all.stream().map(HolderForgottenCommand::values).toList()));
    } else {
      output.lines(spec, all.stream().map(one -> ForgottenFile.line(one).strip()).toList());
    }
    return CommandOutput.DONE;
  }

  private static Map<String, Object> values(Forgotten one) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("seller", one.seller().value());
    map.put("holder", one.holder());
    map.put("at", one.at().toString());
    return map;
  }
}
