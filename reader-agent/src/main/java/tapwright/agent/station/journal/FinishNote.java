package tapwright.agent.station.journal;

import tapwright.agent.encode.Finish;
import tapwright.core.Bytes;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;

/**
 * What a batch's cards are finished with, as the journal keeps it: enough to tell another password,
 * never the password.
 *
 * @param lock whether they become read-only
 * @param password SHA-256 of the batch's key, PWD and PACK; empty for none
 */
public record FinishNote(boolean lock, String password) {

  private static final String LOCKED = "locked:";
  private static final String OPEN = "open:";

  public static FinishNote of(Finish finish, String source) {
    return new FinishNote(
        finish.lock(),
        finish.password().map(PasswordSetting::secret).map(pwd -> mark(pwd, source)).orElse(""));
  }

  /** The note in its text form. */
  static FinishNote parse(String text) {
    boolean lock = text.startsWith(LOCKED);
    return new FinishNote(lock, text.substring((lock ? LOCKED : OPEN).length()));
  }

  String text() {
    return (lock ? LOCKED : OPEN) + password;
  }

  public String inWords() {
    return (lock ? "with --lock" : "without --lock")
        + (password.isEmpty() ? " and without password" : " and with a password");
  }

  private static String mark(TagPassword password, String source) {
    return Bytes.ofUtf8(source).plus(password.password()).plus(password.pack()).sha256().toHex();
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return inWords();
  }
}
