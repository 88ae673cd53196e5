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
import tapwright.core.tag.TagPassword;

/**
 * The option with the file that a card's password is in.
 *
 * <p>A file that is not there is refused and not made: a mistyped name would otherwise make a new
 * password, and a card that has another may count it as a wrong one.
 */
final class CardPassword {

  private static final String NAME = "--password-file";

  private static final Set<PosixFilePermission> FOR_OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description =
          "The card's password: one line of 8 hexadecimal digits, and 4 more for what the chip"
              + " answers to it (PACK).")
  private @Nullable Path file;

  /** The password, empty without the option, or why the file holds none. */
  Checked<Optional<TagPassword>> read(Console console) {
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
      return PasswordText.read(NAME, text).map(Optional::of);
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
