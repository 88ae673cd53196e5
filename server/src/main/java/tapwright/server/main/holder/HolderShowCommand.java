package tapwright.server.main.holder;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tapwright.server.app.Answer;
import tapwright.server.app.holder.ForgetHolder.Found;
import tapwright.server.main.console.CommandOutput;

/** Lists the cards that speak for a person. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Lists the cards that speak for a person.")
final class HolderShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private NamedHolder holder;
  @Mixin private CommandOutput output;

  @Override
  public Integer call() {
    return switch (holder.with((holders, who) -> holders.find(who.seller(), who.whom()).join())) {
      case Answer.Refused<Found> refused -> output.refused(spec, refused.refusal());
      case Answer.Done<Found>(Found found) -> {
        if (output.isJson()) {
          output.json(spec, NamedHolder.values(found));
        } else {
          output.lines(spec, NamedHolder.lines(found.cards()));
        }
        yield CommandOutput.DONE;
      }
    };
  }
}
