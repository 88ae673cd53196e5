package tapwright.agent.main.card;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.Console;
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

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description =
          "The keys of an NTAG 424 DNA, 0 to 4, a line of 32 hexadecimal digits each. Keep the"
              + " file of a card in use: without it nobody changes the card again.")
  private @Nullable Path file;

  /** The keys, empty without the option, or why the file holds none. */
  Checked<Optional<DnaKeys>> read(Console console) {
    Path named = file;
    return named == null
        ? Checked.passed(Optional.empty())
        : KeysText.read(NAME, new SecretFile(command, NAME, named).text(console)).map(Optional::of);
  }
}
