package tapwright.agent.encode;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagSnapshot;

/**
 * Opens what a tag keeps behind its password, where it keeps something there.
 *
 * <p>A password is given once in a presentation: a chip may count wrong ones (AUTHLIM), and takes
 * none any more after some.
 */
final class PasswordGate {

  private final TagSession session;

  PasswordGate(TagSession session) {
    this.session = session;
  }

  /** The tag, opened where it has to be; its settings were read. */
  Checked<TagSnapshot> open(Optional<TagPassword> password) {
    TagSnapshot tag = session.known();
    if (!tag.asksForPassword() || password.isEmpty()) {
      return Checked.passed(tag);
    }
    if (!session.passesNativeCommands()) {
      return Checked.refused(EncodeRefusal.PASSWORD_NEEDS_NATIVE.with());
    }
    return give(password.get());
  }

  /** Gives the tag the password and compares what it answers. */
  Checked<TagSnapshot> give(TagPassword password) {
    TagSnapshot tag = session.known();
    Optional<Bytes> pack = session.authenticate(password);
    if (pack.isEmpty()) {
      return Checked.refused(wrong(tag));
    }
    return pack.get().equals(password.pack())
        ? Checked.passed(tag)
        : Checked.refused(EncodeRefusal.PACK_WRONG.with("model", tag.identity().name()));
  }

  private static Refusal wrong(TagSnapshot tag) {
    int tries = tag.configuration().map(TagConfiguration::tries).orElse(0);
    return EncodeRefusal.PASSWORD_WRONG.with(
        "model",
        tag.identity().name(),
        "limit",
        tries == 0
            ? "the chip does not count wrong ones"
            : "after %d wrong ones in a row the chip takes none any more".formatted(tries));
  }
}
