package tapwright.agent.encode.type2;

import java.util.Optional;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.RunningRecord;
import tapwright.agent.encode.TagAcquaintance;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagPassword;

/**
 * A password given to a tag that may have another.
 *
 * @param model the tag's, for messages
 * @param settings the tag's, where it lets them be read; they tell whether it counts wrong ones
 * @param tag which is asked
 * @param record where wrong ones are written down
 */
record PasswordTrial(
    String model, Optional<TagConfiguration> settings, Lock tag, RunningRecord record) {

  /** What takes a password or does not. */
  @FunctionalInterface
  interface Lock {

    /** The tag's answer to the right password (PACK); empty to a wrong one. */
    Optional<Bytes> authenticate(TagPassword password);
  }

  /** Gives the tag a password that may be wrong, where that may be tried and is not known to be. */
  Checked<Bytes> tried(TagPassword password, TagAcquaintance known) {
    return risk(known)
        .or(() -> record.objection(password))
        .map(Checked::<Bytes>refused)
        .orElseGet(() -> noted(password, given(password)));
  }

  /** Gives the tag the password and compares what it answers. */
  Checked<Bytes> given(TagPassword password) {
    Optional<Bytes> pack = tag.authenticate(password);
    if (pack.isEmpty()) {
      return Checked.refused(EncodeRefusal.PASSWORD_WRONG.with("model", model, "limit", limit()));
    }
    return pack.get().equals(password.pack())
        ? Checked.passed(pack.get())
        : Checked.refused(EncodeRefusal.PACK_WRONG.with("model", model));
  }

  /** A chip that is known not to count may be asked the same again. */
  private Checked<Bytes> noted(TagPassword password, Checked<Bytes> given) {
    boolean wrong =
        given instanceof Checked.Refused<Bytes>(Refusal why)
            && why.code() == EncodeRefusal.PASSWORD_WRONG;
    if (wrong && !countsNothing()) {
      record.refused(password);
    }
    return given;
  }

  private boolean countsNothing() {
    return settings.filter(it -> it.tries() == 0).isPresent();
  }

  /**
   * Why no password is tried: each wrong one may be the chip's last. One that hides its settings
   * may count as well, and was not begun here, where cards stay readable.
   */
  private Optional<Refusal> risk(TagAcquaintance known) {
    return switch (known) {
      case STRANGER -> Optional.of(EncodeRefusal.PASSWORD_FOREIGN.with("model", model));
      case BEGUN_HERE -> countsNothing() ? Optional.empty() : Optional.of(counted());
      case NAMED_BY_HAND -> Optional.empty();
    };
  }

  private Refusal counted() {
    int tries = settings.map(TagConfiguration::tries).orElse(0);
    return EncodeRefusal.PASSWORD_COUNTED.with(
        "model", model, "tries", tries == 0 ? "an unknown number of" : tries);
  }

  private String limit() {
    if (settings.isEmpty()) {
      return "whether the chip counts wrong ones cannot be read without the right one";
    }
    int tries = settings.get().tries();
    return tries == 0
        ? "the chip does not count wrong ones"
        : "after %d wrong ones in a row the chip takes none any more".formatted(tries);
  }
}
