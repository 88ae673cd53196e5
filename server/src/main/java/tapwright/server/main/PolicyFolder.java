package tapwright.server.main;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tapwright.core.Refusal;
import tapwright.core.policy.Overlays;
import tapwright.core.policy.Packs;
import tapwright.core.policy.Parsed;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.PolicyText;

/** The packs that are shipped and those of the settings, as every command that decides has them. */
final class PolicyFolder {

  /** Below the state folder. */
  private static final String NAME = "policies";

  /** The file in it that switches overlays of statutory rights on, pack by pack. */
  private static final String OVERLAYS = "overlays.yaml";

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description = "A folder of packs beside the shipped ones; else policies in the state folder.")
  private @Nullable Path folder;

  /** Where the packs of the settings lie, whether or not there is such a folder yet. */
  Path path() {
    return folder == null ? StateFolder.ofThisProcess().resolve(NAME) : folder;
  }

  /** Whether it is another folder than that of the settings. */
  boolean isNamed() {
    return folder != null;
  }

  /** The shipped packs and those of the folder, with whatever is wrong with the folder's files. */
  Packs.Addition packs() {
    return packs(List.of());
  }

  /**
   * The packs, all with some overlays more than the folder switches on.
   *
   * @param overlays the ids of the overlays
   */
  Packs.Addition packs(List<String> overlays) {
    Packs shipped = Packs.shipped();
    Packs.Addition read =
        folder == null && !Files.isDirectory(path())
            ? new Packs.Addition(shipped, List.of())
            : withFolder(shipped);
    return overlays.isEmpty() || !read.refusals().isEmpty()
        ? read
        : switched(read.packs(), Overlays.shipped().onAll(read.packs(), overlays));
  }

  private Packs.Addition withFolder(Packs shipped) {
    List<Refusal> refusals = new ArrayList<>();
    List<PolicyText> texts = new ArrayList<>();
    Optional<PolicyText> overlays = Optional.empty();
    for (Path file : files()) {
      Optional<PolicyText> text = read(file, refusals);
      if (CaseFiles.name(file).equals(OVERLAYS)) {
        overlays = text;
      } else {
        text.ifPresent(texts::add);
      }
    }
    Packs.Addition read = shipped.withTexts(texts);
    refusals.addAll(read.refusals());
    return refusals.isEmpty() && overlays.isPresent()
        ? switched(read.packs(), Overlays.shipped().switchedOn(read.packs(), overlays.get()))
        : new Packs.Addition(read.packs(), refusals);
  }

  private static Packs.Addition switched(Packs packs, Parsed<Packs> combined) {
    return switch (combined) {
      case Parsed.Taken<Packs> taken -> new Packs.Addition(taken.value(), List.of());
      case Parsed.Refused<Packs> refused -> new Packs.Addition(packs, List.of(refused.refusal()));
    };
  }

  /** The folder's own YAML files, sorted by name; the folders inside it hold cases. */
  private List<Path> files() {
    try (Stream<Path> entries = Files.list(path())) {
      return entries
          .filter(entry -> CaseFiles.isYaml(entry) && Files.isRegularFile(entry))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ServerFault("cannot read the folder of policies " + e.getMessage(), e);
    }
  }

  private static Optional<PolicyText> read(Path file, List<Refusal> unreadable) {
    try {
      return Optional.of(new PolicyText(file.toString(), Files.readString(file)));
    } catch (CharacterCodingException e) {
      unreadable.add(refusal(file, "its bytes are no text in UTF-8"));
    } catch (IOException e) {
      unreadable.add(refusal(file, String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static Refusal refusal(Path file, String problem) {
    return PolicyRefusal.FILE_UNREADABLE.with("file", file.toString(), "problem", problem);
  }
}
