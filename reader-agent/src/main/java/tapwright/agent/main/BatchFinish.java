package tapwright.agent.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.agent.encode.Finish;
import tapwright.core.Bytes;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;

/** The options that say what is done with every card of a batch once it was read back. */
final class BatchFinish {

  /** PWD, and PACK where it is given (NTAG213/215/216 data sheet, section 8.8). */
  private static final Pattern PASSWORD =
      Pattern.compile("([0-9A-Fa-f]{8})(?: ?([0-9A-Fa-f]{4}))?");

  private static final String FACTORY_PACK = "0000";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--lock",
      description = "Make every card read-only, for ever, once it was read back equal.")
  private boolean lock;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "A file with 8 hexadecimal digits of password and, if wanted, 4 of its answer: from then"
              + " on changing a card takes it.")
  private @Nullable Path passwordFile;

  Finish finish() {
    return new Finish(lock, password().map(PasswordSetting::forWriting), Optional.empty());
  }

  /** Said once before the first card: what no command can undo afterwards. */
  void announce(Console console, int cards) {
    if (lock) {
      console.note(
          "--lock: each of the "
              + cards
              + " cards is made read-only for ever once it was read back equal: its content, lock"
              + " pages and capability container can never be changed again, by nobody");
    }
    if (passwordFile != null) {
      console.note(
          "--password-file: changing one of the "
              + cards
              + " cards takes the password of this file from then on; keep the file");
    }
  }

  private Optional<TagPassword> password() {
    Path file = passwordFile;
    if (file == null) {
      return Optional.empty();
    }
    Matcher digits = PASSWORD.matcher(text(file).strip());
    if (!digits.matches()) {
      throw usage(
          "--password-file "
              + file
              + " holds something else; allowed is one line of 8 hexadecimal digits, and 4 more for"
              + " the answer");
    }
    String pack = digits.group(2) == null ? FACTORY_PACK : digits.group(2);
    return Optional.of(new TagPassword(Bytes.ofHex(digits.group(1)), Bytes.ofHex(pack)));
  }

  private String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw usage("cannot read --password-file " + FileProblem.of(file, e));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
