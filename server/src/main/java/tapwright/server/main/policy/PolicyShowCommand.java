package tapwright.server.main.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.page.PackPage;
import tapwright.server.main.console.CommandOutput;

/** Prints one pack as a page: clauses with their lines, readings and known gaps. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Print a policy clause by clause.")
final class PolicyShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;
  @Mixin private PolicyFolder folder;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write it as one HTML page, to read and to print.")
  private @Nullable Path html;

  @Parameters(paramLabel = "PACK", description = "A pack's id, or id@version.")
  private String name;

  @Override
  public Integer call() {
    Packs.Addition read = folder.packs();
    return read.refusals().isEmpty() ? show(read.packs()) : output.refused(spec, read.refusals());
  }

  private int show(Packs packs) {
    Optional<Pack> pack = packs.find(name);
    if (pack.isEmpty()) {
      return output.refused(spec, packs.unknown(name));
    }
    if (html != null) {
      return write(html, pack.get());
    }
    List<String> page = PackPage.of(pack.get());
    if (output.isJson()) {
      output.json(spec, Map.of("pack", pack.get().key(), "page", page));
    } else {
      output.lines(spec, page);
    }
    return CommandOutput.DONE;
  }

  private int write(Path file, Pack pack) {
    try {
      Files.writeString(file, PackPage.html(pack));
    } catch (IOException e) {
      return output.failed(spec, "cannot write the page at " + e.getMessage());
    }
    if (output.isJson()) {
      output.json(spec, Map.of("pack", pack.key(), "html", file.toString()));
    } else {
      output.lines(spec, List.of("wrote " + file));
    }
    return CommandOutput.DONE;
  }
}
