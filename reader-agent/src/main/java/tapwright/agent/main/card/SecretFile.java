package tapwright.agent.main.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.FileProblem;

/**
 * A file with secrets that an option names.
 *
 * <p>One that is not there is refused and not made: a mistyped name would otherwise make new
 * secrets, and a card that has others may count them as wrong ones.
 *
 * @param command whose option it is
 * @param option what the option is called
 * @param path the file
 */
record SecretFile(CommandSpec command, String option, Path path) {

  private static final Set<PosixFilePermission> FOR_OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  /** Its text; one that others may read is warned about. */
  String text(Console console) {
    try {
      String text = Files.readString(path);
      if (isForOthers()) {
        console.note(
            "tapwright: %s %s can be read by others on this machine; chmod 600 %s"
                .formatted(option, path, path));
      }
      return text;
    } catch (IOException e) {
      throw new ParameterException(
          command.commandLine(), "cannot read " + option + " " + FileProblem.of(path, e));
    }
  }

  /** Where files have no such permissions, nothing is said. */
  private boolean isForOthers() throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(path).stream().anyMatch(FOR_OTHERS::contains);
  }
}
