package tapwright.server.main.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tapwright.server.app.access.OpenKeys;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.MasterKey;

/** Draws a master key and puts it first. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Draws a new master key and puts it first in the key file; the others stay.")
final class KeysAddCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private KeysOfRecord keys;
  @Mixin private CommandOutput output;

  @Override
  public Integer call() {
    MasterKey source = keys.source();
    Optional<Path> file = source.file();
    if (file.isEmpty()) {
      return output.refused(spec, KeysRefusal.NO_FILE.with("seen", source));
    }
    source.add(keys.random());
    output.lines(
        spec,
        List.of(
            "%s is the newest master key in %s"
                .formatted(OpenKeys.shown(keys.atHand().newest()), source),
            "next: take the file to every node, then run 'tapwright keys rotate'"));
    return CommandOutput.DONE;
  }
}
