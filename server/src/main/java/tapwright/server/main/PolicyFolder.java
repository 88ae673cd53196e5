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
import tapwright.core.policy.Packs;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.PolicyText;

/** The packs that are shipped and those of the settings, as every command that decides has them. */
final class PolicyFolder {

  /** Below the state folder. */
  private static final String NAME = "policies";

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description = "A folder of packs beside the shipped ones; else policies in the state folder.")
  private @Nullable Path folder;

  /** Where the packs of the settings lie, whether or not there is such a folder yet. */
  Path path() {
    return folder == null ? StateFolder.ofThisProcess().resolve(NAME) : folder;
  }

  /** The shipped packs and those of the folder, with whatever is wrong with the folder's files. */
  Packs.Addition packs() {
    Packs shipped = Packs.shipped();
    if (folder == null && !Files.isDirectory(path())) {
      return new Packs.Addition(shipped, List.of());
    }
    List<Refusal> unreadable = new ArrayList<>();
    List<PolicyText> texts = new ArrayList<>();
    for (Path file : files()) {
      read(file, unreadable).ifPresent(texts::add);
    }
    Packs.Addition read = shipped.withTexts(texts);
    unreadable.addAll(read.refusals());
    return new Packs.Addition(read.packs(), unreadable);
  }

  /** The folder's own YAML files, sorted by name; folders inside it hold cases and overlays. */
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
