package tapwright.agent.main.card;

import picocli.CommandLine.Mixin;
import tapwright.agent.encode.TagSecrets;
import tapwright.agent.main.console.Console;
import tapwright.core.Checked;

/** The options with the files of a card's secrets, of whichever kind its chip has. */
final class CardSecrets {

  @Mixin private CardPassword password;
  @Mixin private CardKeys keys;

  /** What the files hold, or why one of them holds none. */
  Checked<TagSecrets> read(Console console) {
    return password
        .read(console)
        .then(secret -> keys.read(console).map(five -> new TagSecrets(secret, five)));
  }
}
