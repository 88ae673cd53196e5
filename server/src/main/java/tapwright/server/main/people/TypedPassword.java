package tapwright.server.main.people;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tapwright.server.main.installation.ServerFault;

/** A password that is read from where nobody else sees it: never from the command line. */
final class TypedPassword {

  private static final String STANDARD_INPUT = "-";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = {
        "Reads the password from the first line of a file, or of standard input where it is -;",
        "else it is asked for, and not shown."
      })
  private @Nullable Path file;

  /** The password; asked for twice where it is typed. */
  // Java 25 gives null again where there is no terminal.
  @SuppressWarnings("SystemConsoleNull")
  String read(UserPlace place) {
    if (file != null) {
      return firstLine(file);
    }
    @Nullable Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw place.wrong("there is no terminal to type a password on; name a --password-file");
    }
    char[] first = console.readPassword("Password: ");
    char[] second = console.readPassword("Once more: ");
    if (!Arrays.equals(first, second)) {
      throw place.wrong("the two passwords differ, allowed is the same one twice");
    }
    return new String(first);
  }

  private static String firstLine(Path file) {
    try {
      String text =
          file.toString().equals(STANDARD_INPUT)
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(file);
      return text.lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new ServerFault("cannot read " + file + "; check the file and its rights", e);
    }
  }
}
