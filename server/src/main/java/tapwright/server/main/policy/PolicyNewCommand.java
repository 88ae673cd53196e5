package tapwright.server.main.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
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
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.library.FormatSchema;
import tapwright.core.policy.library.PackTemplate;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.Installation;

/** Writes a pack to start from, its cases, and the schemas by which an editor helps. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Write a policy to start from, with cases, and say what to do next.")
final class PolicyNewCommand implements Callable<Integer> {

  private static final String CASES = "cases";

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;
  @Mixin private PolicyFolder folder;

  @Parameters(paramLabel = "ID", description = "The policy's name, as my-shop.")
  private String id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it; else ID.yaml in the folder of policies.")
  private @Nullable Path out;

  @Option(names = "--title", paramLabel = "TEXT", description = "Whose policy it is.")
  private @Nullable String title;

  /** Where the parts go. */
  private record Place(Path pack, Path cases, Path folder) {}

  @Override
  public Integer call() {
    int year = Installation.CLOCK.instant().atZone(ZoneOffset.UTC).getYear();
    String text = PackTemplate.pack(id, title == null ? id : title, year);
    Place place = place();
    Optional<Refusal> refusal = refusal(place, text);
    if (refusal.isPresent()) {
      return output.refused(spec, refusal.get());
    }
    try {
      write(place, text, PackTemplate.cases(id, year));
    } catch (IOException e) {
      return output.failed(spec, "cannot write the policy at " + e.getMessage());
    }
    report(place);
    return CommandOutput.DONE;
  }

  private Place place() {
    Path pack = (out == null ? folder.path().resolve(id + ".yaml") : out).toAbsolutePath();
    Path beside = pack.resolveSibling(CASES);
    return new Place(
        pack, beside.resolve(CaseFiles.name(pack)), pack.resolveSibling("").toAbsolutePath());
  }

  private Optional<Refusal> refusal(Place place, String text) {
    if (Packs.parse("ID", text) instanceof Checked.Refused<Pack> refused) {
      return Optional.of(refused.refusal());
    }
    Optional<Pack> there = folder.packs().packs().find(id);
    if (there.isPresent()) {
      return Optional.of(PolicyRefusal.NAME_TWICE.with("place", "ID", "key", "pack", "seen", id));
    }
    for (Path file : List.of(place.pack(), place.cases())) {
      if (Files.exists(file)) {
        return Optional.of(PolicyRefusal.FILE_THERE.with("file", file.toString()));
      }
    }
    return Optional.empty();
  }

  /** Pack and cases are the shop's and never written over; the schemas are ours, and current. */
  private static void write(Place place, String pack, String cases) throws IOException {
    Files.createDirectories(place.cases().resolveSibling(""));
    Files.writeString(place.pack(), pack, StandardOpenOption.CREATE_NEW);
    Files.writeString(place.cases(), cases, StandardOpenOption.CREATE_NEW);
    for (FormatSchema schema : FormatSchema.values()) {
      Files.writeString(place.pack().resolveSibling(schema.fileName()), schema.json());
    }
  }

  private void report(Place place) {
    if (output.isJson()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("pack", place.pack().toString());
      map.put("cases", place.cases().toString());
      output.json(spec, map);
      return;
    }
    boolean elsewhere = !place.folder().equals(folder.path().toAbsolutePath());
    String policies = elsewhere || folder.isNamed() ? " --policies " + place.folder() : "";
    output.lines(
        spec,
        List.of(
            "wrote " + place.pack(),
            "wrote " + place.cases(),
            "Change both until they say what your published text says. Then:",
            "  tapwright policy show " + id + policies,
            "  tapwright policy test " + place.cases() + policies,
            "  tapwright policy check " + id + policies));
  }
}
