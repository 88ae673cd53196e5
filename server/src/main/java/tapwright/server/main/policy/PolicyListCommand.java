package tapwright.server.main.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Citation;
import tapwright.core.policy.pack.Pack;
import tapwright.server.main.console.CommandOutput;

/** Lists the packs at hand. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the policies at hand.")
final class PolicyListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;
  @Mixin private PolicyFolder folder;

  @Override
  public Integer call() {
    Packs.Addition read = folder.packs();
    List<Pack> packs = read.packs().all();
    if (output.isJson()) {
      output.json(spec, Map.of("packs", packs.stream().map(PolicyListCommand::entry).toList()));
    } else {
      output.lines(spec, packs.stream().map(PolicyListCommand::line).toList());
    }
    return output.refused(spec, read.refusals());
  }

  private static String line(Pack pack) {
    String clauses = pack.citations().stream().map(Citation::id).collect(Collectors.joining(", "));
    return pack.key() + "  " + pack.title() + "  (" + clauses + ")";
  }

  private static Map<String, Object> entry(Pack pack) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", pack.id());
    map.put("version", pack.version());
    map.put("title", pack.title());
    map.put("sha256", pack.sha256().toHex());
    map.put("clauses", pack.citations().stream().map(Citation::id).toList());
    return map;
  }
}
