package tapwright.agent.encode;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.ProtectionRefusal;
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
  private final RunningRecord record;

  PasswordGate(TagSession session, RunningRecord record) {
    this.session = session;
    this.record = record;
  }

  /**
   * The tag, opened where it does not even let its settings be read; one that keeps nothing from
   * being read, or of which no password is known, is left as it is.
   */
  Checked<TagSnapshot> openForReading(Optional<TagPassword> password, TagAcquaintance known) {
    if (password.isEmpty() || !session.passesNativeCommands()) {
      return Checked.passed(session.known());
    }
    Checked<TagSnapshot> settings = session.readSettings();
    return hides(settings)
        ? tried(password.get(), known).then(open -> session.readSettings())
        : settings;
  }

  /** One whose settings can be read all the same was opened before, and never left the field. */
  private static boolean hides(Checked<TagSnapshot> settings) {
    return switch (settings) {
      case Checked.Refused<TagSnapshot>(Refusal why) ->
          why.code() == ProtectionRefusal.READ_PROTECTED;
      case Checked.Passed<TagSnapshot>(TagSnapshot tag) ->
          tag.configuration().filter(TagConfiguration::isReadProtected).isPresent();
    };
  }

  /** The tag, opened where it has to be; its settings were read. */
  Checked<TagSnapshot> open(Optional<TagPassword> password, TagAcquaintance known) {
    TagSnapshot tag = session.known();
    if (!tag.asksForPassword() || password.isEmpty() || session.isOpenedBy(password.get())) {
      return Checked.passed(tag);
    }
    return session.passesNativeCommands()
        ? tried(password.get(), known)
        : Checked.refused(EncodeRefusal.PASSWORD_NEEDS_NATIVE.with());
  }

  /** Gives the tag a password that may be wrong, where that may be tried and is not known to be. */
  private Checked<TagSnapshot> tried(TagPassword password, TagAcquaintance known) {
    return risk(session.known(), known)
        .or(() -> record.objection(password))
        .map(Checked::<TagSnapshot>refused)
        .orElseGet(() -> noted(password, give(password)));
  }

  /** A chip that is known not to count may be asked the same again. */
  private Checked<TagSnapshot> noted(TagPassword password, Checked<TagSnapshot> given) {
    boolean wrong =
        given instanceof Checked.Refused<TagSnapshot>(Refusal why)
            && why.code() == EncodeRefusal.PASSWORD_WRONG;
    if (wrong && !countsNothing(session.known())) {
      record.refused(password);
    }
    return given;
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

  private static boolean countsNothing(TagSnapshot tag) {
    return tag.configuration().filter(settings -> settings.tries() == 0).isPresent();
  }

  /**
   * Why no password is tried: each wrong one may be the chip's last. One that hides its settings
   * may count as well, and was not begun here, where cards stay readable.
   */
  private static Optional<Refusal> risk(TagSnapshot tag, TagAcquaintance known) {
    return switch (known) {
      case STRANGER ->
          Optional.of(EncodeRefusal.PASSWORD_FOREIGN.with("model", tag.identity().name()));
      case BEGUN_HERE -> countsNothing(tag) ? Optional.empty() : Optional.of(counted(tag));
      case NAMED_BY_HAND -> Optional.empty();
    };
  }

  private static Refusal counted(TagSnapshot tag) {
    int tries = tries(tag);
    return EncodeRefusal.PASSWORD_COUNTED.with(
        "model", tag.identity().name(), "tries", tries == 0 ? "an unknown number of" : tries);
  }

  private static int tries(TagSnapshot tag) {
    return tag.configuration().map(TagConfiguration::tries).orElse(0);
  }

  private static Refusal wrong(TagSnapshot tag) {
    return EncodeRefusal.PASSWORD_WRONG.with(
        "model", tag.identity().name(), "limit", limit(tag.configuration()));
  }

  private static String limit(Optional<TagConfiguration> settings) {
    if (settings.isEmpty()) {
      return "whether the chip counts wrong ones cannot be read without the right one";
    }
    int tries = settings.get().tries();
    return tries == 0
        ? "the chip does not count wrong ones"
        : "after %d wrong ones in a row the chip takes none any more".formatted(tries);
  }
}
