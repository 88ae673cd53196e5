package tapwright.server.main.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.MasterKey;
import tapwright.server.record.key.DataKey;

/** Takes master keys that wrap nothing any more out of the key file. */
@Command(
    name = "drop",
    mixinStandardHelpOptions = true,
    description = {
      "Takes older master keys out of the key file, once they wrap nothing of the record any more.",
      "A backup that was made before needs them still."
    })
final class KeysDropCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private KeysOfRecord keys;
  @Mixin private CommandOutput output;

  @Override
  public Integer call() {
    MasterKey source = keys.source();
    if (source.file().isEmpty()) {
      return output.refused(spec, KeysRefusal.NO_FILE.with("seen", source));
    }
    List<DataKey> all = source.existing();
    List<KeysOfRecord.Use> uses = keys.uses().subList(0, all.size());
    long stillNeeded = uses.stream().skip(1).mapToLong(KeysOfRecord.Use::wraps).sum();
    if (stillNeeded > 0 || uses.getFirst().wraps() == 0) {
      return output.refused(spec, KeysRefusal.STILL_NEEDED.with("seen", stillNeeded));
    }
    source.keep(List.of(all.getFirst()));
    output.lines(spec, lines(uses, source));
    return CommandOutput.DONE;
  }

  private static List<String> lines(List<KeysOfRecord.Use> uses, MasterKey source) {
    List<String> lines = new ArrayList<>();
    for (KeysOfRecord.Use use : uses.subList(1, uses.size())) {
      lines.add("%s is in %s no more; older backups need it still".formatted(use.name(), source));
    }
    lines.add("%s is the only master key in %s".formatted(uses.getFirst().name(), source));
    return lines;
  }
}
