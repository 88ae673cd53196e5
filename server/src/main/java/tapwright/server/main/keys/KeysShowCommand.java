package tapwright.server.main.keys;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tapwright.server.main.console.CommandOutput;

/** Says which master keys are at hand and which of them are still needed. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Lists the master keys at hand, newest first, and how many keys each wraps.")
final class KeysShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private KeysOfRecord keys;
  @Mixin private CommandOutput output;

  @Override
  public Integer call() {
    List<KeysOfRecord.Use> uses = keys.uses();
    if (output.isJson()) {
      output.json(spec, Map.of("masterKeys", uses.stream().map(KeysOfRecord.Use::values).toList()));
    } else {
      output.lines(spec, uses.stream().map(KeysOfRecord.Use::line).toList());
    }
    return uses.stream().allMatch(KeysOfRecord.Use::atHand) ? CommandOutput.DONE : CommandOutput.NO;
  }
}
