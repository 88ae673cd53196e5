package tapwright.agent.encode.type2;

import java.util.Optional;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.RunningRecord;
import tapwright.agent.encode.TagAcquaintance;
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
    return hides(settings) && !session.isOpenedBy(password.get())
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

  private Checked<TagSnapshot> tried(TagPassword password, TagAcquaintance known) {
    return trial().tried(password, known).map(pack -> session.known());
  }

  /** Gives the tag the password and compares what it answers. */
  Checked<TagSnapshot> give(TagPassword password) {
    return trial().given(password).map(pack -> session.known());
  }

  private PasswordTrial trial() {
    TagSnapshot tag = session.known();
    return new PasswordTrial(
        tag.identity().name(), tag.configuration(), session::authenticate, record);
  }
}
