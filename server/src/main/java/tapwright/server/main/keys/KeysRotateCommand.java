package tapwright.server.main.keys;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tapwright.server.app.Answer;
import tapwright.server.app.access.OpenKeys;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.security.MasterKeys;

/** Wraps the keys of a record by the newest master key, also while servers work. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = "Wraps the record's keys by the newest master key, also while servers work.")
final class KeysRotateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private KeysOfRecord keys;
  @Mixin private CommandOutput output;

  @Override
  public Integer call() {
    MasterKeys atHand = keys.atHand();
    return switch (keys.with(record -> record.rotate(atHand).join())) {
      case Answer.Refused<Integer> refused -> output.refused(spec, refused.refusal());
      case Answer.Done<Integer>(Integer wrapped) ->
          report(OpenKeys.shown(atHand.newest()), wrapped);
    };
  }

  private int report(String newest, int wrapped) {
    if (output.isJson()) {
      output.json(spec, Map.of("masterKey", newest, "wrapped", wrapped));
    } else {
      output.lines(
          spec,
          List.of(
              "%s wraps all keys of this record; %d of them since now".formatted(newest, wrapped)));
    }
    return CommandOutput.DONE;
  }
}
