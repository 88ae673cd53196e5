package tapwright.agent.main.card;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.Console;
import tapwright.core.Checked;
import tapwright.core.tag.TagPassword;

/** The option with the file that the password of a card, or of a batch's cards, is in. */
public final class CardPassword {

  static final String NAME = "--password-file";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description =
          "The password of a card: one line of 8 hexadecimal digits, and 4 more"
              + " for what the chip answers to it (PACK).")
  private @Nullable Path file;

  /** The password, empty without the option, or why the file holds none. */
  public Checked<Optional<TagPassword>> read(Console console) {
    Path named = file;
    return named == null
        ? Checked.passed(Optional.empty())
        : PasswordText.read(NAME, new SecretFile(command, NAME, named).text(console))
            .map(Optional::of);
  }
}
