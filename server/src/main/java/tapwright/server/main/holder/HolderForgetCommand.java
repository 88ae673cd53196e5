package tapwright.server.main.holder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.server.app.Answer;
import tapwright.server.app.holder.ForgetHolder.Forgotten;
import tapwright.server.main.console.CommandOutput;

/** Makes a person's contacts unreadable for ever. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a person's key off the record, so that no contact of the person can ever be read",
      "again; all the person's cards lead nowhere. Counts, decisions and money stay. There is no",
      "way back; 'holder show' lists the cards first."
    })
final class HolderForgetCommand implements Callable<Integer> {

  /** What the cards' events name, since nobody is logged in here. */
  private static final String ACTOR = "command line";

  @Spec private CommandSpec spec;
  @Mixin private NamedHolder holder;
  @Mixin private CommandOutput output;

  @Option(names = "--for-ever", description = "Says that one knows that there is no way back.")
  private boolean forEver;

  @Override
  public Integer call() {
    if (!forEver) {
      throw new ParameterException(
          spec.commandLine(), "--for-ever is missing; who is forgotten cannot be brought back");
    }
    Answer<Forgotten> answer =
        holder.with((holders, who) -> holders.forget(who.seller(), who.whom(), ACTOR).join());
    return switch (answer) {
      case Answer.Refused<Forgotten> refused -> output.refused(spec, refused.refusal());
      case Answer.Done<Forgotten>(Forgotten forgotten) -> report(forgotten);
    };
  }

  private int report(Forgotten forgotten) {
    if (output.isJson()) {
      Map<String, Object> map = new LinkedHashMap<>(NamedHolder.values(forgotten.found()));
      map.put("purged", forgotten.purged());
      output.json(spec, map);
    } else {
      output.lines(spec, NamedHolder.lines(forgotten.found().cards()));
      output.lines(spec, List.of("forgotten", remains(forgotten.purged())));
    }
    return CommandOutput.DONE;
  }

  private static String remains(boolean purged) {
    return (purged
            ? "the key has left the files of the record"
            : "the key leaves the files of the record with the engine's own upkeep (VACUUM)")
        + "; backups made before hold it still";
  }
}
