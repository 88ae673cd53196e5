package tapwright.core.tag.dna;

import java.security.MessageDigest;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/**
 * One command inside a session, with what its answer must be like.
 *
 * @param session as it stands before the command
 * @param command in the clear
 * @param mode how it is protected
 */
public record SecuredCommand(Ev2Session session, DnaCommand command, Mode mode) {

  /** The status byte that goes into the code of an answer: 00 of 9100 (section 9.1.9). */
  private static final int DONE = 0x00;

  /** How a command and its answer are protected. */
  enum Mode {
    /** By a code. */
    CODED,
    /** By a code, with the data enciphered. */
    FULL
  }

  /**
   * What a chip has answered.
   *
   * @param data in the clear
   * @param session as it goes on
   */
  public record Answer(Bytes data, Ev2Session session) {}

  /** The command APDU. */
  public Bytes apdu() {
    Bytes field = command.header().plus(protectedData());
    return command.apdu(field.plus(session.code(command.instruction(), field)));
  }

  /**
   * The answer that belongs to the command.
   *
   * <p>The change of the master key is answered without a code and ends the session: there is
   * nothing to be checked but its status.
   *
   * @param field what came with status 9100, without it
   */
  public Checked<Answer> answered(Bytes field) {
    int dataSize = field.size() - AesCmac.TRUNCATED_SIZE;
    if (dataSize < 0 || (mode == Mode.FULL && dataSize % Aes.BLOCK != 0)) {
      return Checked.refused(length(field));
    }
    Bytes data = field.slice(0, dataSize);
    Ev2Session next = session.next();
    return same(next.code(DONE, data), field.sliceFrom(dataSize))
        ? plain(data, next)
        : Checked.refused(
            DnaRefusal.ANSWER_CODE.with("command", command.name(), "counter", session.counter()));
  }

  private Bytes protectedData() {
    return mode == Mode.CODED || command.data().isEmpty()
        ? command.data()
        : Aes.encipher(session.encryption(), session.commandVector(), Aes.padded(command.data()));
  }

  private Checked<Answer> plain(Bytes data, Ev2Session next) {
    if (mode == Mode.CODED || data.isEmpty()) {
      return Checked.passed(new Answer(data, next));
    }
    Bytes padded = Aes.decipher(session.encryption(), next.answerVector(), data);
    int size = Aes.sizeWithoutPadding(padded);
    return size < 0
        ? Checked.refused(DnaRefusal.ANSWER_PADDING.with("command", command.name()))
        : Checked.passed(new Answer(padded.slice(0, size), next));
  }

  private Refusal length(Bytes field) {
    return DnaRefusal.ANSWER_LENGTH.with(
        "command",
        command.name(),
        "seen",
        field.size(),
        "allowed",
        mode == Mode.FULL ? "8 and whole blocks of 16 before them" : "8 or more");
  }

  /** In the same time wherever they differ. */
  private static boolean same(Bytes one, Bytes other) {
    return MessageDigest.isEqual(one.toArray(), other.toArray());
  }
}
