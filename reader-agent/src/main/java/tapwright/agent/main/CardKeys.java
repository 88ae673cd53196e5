package tapwright.agent.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.core.Checked;
import tapwright.core.tag.dna.DnaKeys;

/**
 * The option with the file that the keys of an NTAG 424 DNA are in.
 *
 * <p>The file is the only place where they are written down: it is kept for as long as the card
 * lives.
 */
final class CardKeys {

  private static final String NAME = "--keys-file";

  private static final Set<PosixFilePermission> FOR_OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description =
          "The keys of an NTAG 424 DNA from then on: keys 0 to 4, a line of 32 hexadecimal digits"
              + " each. Keep the file: without it nobody changes the card again.")
  private @Nullable Path file;

  /** The keys, empty without the option, or why the file holds none. */
  Checked<Optional<DnaKeys>> read(Console console) {
    Path named = file;
    if (named == null) {
      return Checked.passed(Optional.empty());
    }
    try {
      String text = Files.readString(named);
      if (isForOthers(named)) {
        console.note(
            "tapwright: %s %s can be read by others on this machine; chmod 600 %s"
                .formatted(NAME, named, named));
      }
      return KeysText.read(NAME, text).map(Optional::of);
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), "cannot read " + NAME + " " + FileProblem.of(named, e));
    }
  }

  /** Where files have no such permissions, nothing is said. */
  private static boolean isForOthers(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).stream().anyMatch(FOR_OTHERS::contains);
  }
}
