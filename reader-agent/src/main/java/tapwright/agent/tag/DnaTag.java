package tapwright.agent.tag;

import java.util.Set;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.DnaCommand;
import tapwright.core.tag.dna.DnaFile;
import tapwright.core.tag.dna.DnaRefusal;
import tapwright.core.tag.dna.Ev2Handshake;
import tapwright.core.tag.dna.Ev2Session;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.dna.SecuredCommand;
import tapwright.core.tag.originality.Originality;
import tapwright.core.tag.type4.Type4Refusal;

/**
 * The commands that an NTAG 424 DNA has beside those of every Type 4 tag (NT4H2421Gx data sheet,
 * section 10), with the NDEF application selected.
 *
 * <p>The chip says no by two statuses. Every other answer that is not the one expected, in its
 * status, length, code or proof, is {@link ReaderFault.AnswerUnknown}: the command may have been
 * carried out or not.
 */
public final class DnaTag {

  private static final String DONE = "9100";
  private static final String MORE = "91AF";

  /** AUTHENTICATION_ERROR and PERMISSION_DENIED (section 10.3). */
  private static final String WRONG_KEY = "91AE";

  private static final String NOT_PERMITTED = "919D";

  /** How Read_Sig ends well outside of a session, as replies of chips have it. */
  private static final String SIGNATURE_DONE = "9190";

  private static final int COUNTERS_BYTES = 5;

  private final ApduLink link;

  public DnaTag(ApduLink link) {
    this.link = link;
  }

  /** How the NDEF file is set; outside of a session. */
  public Checked<FileDescription> fileSettings() {
    DnaCommand command = DnaCommand.getFileSettings(DnaFile.NDEF);
    return send(command, DONE)
        .map(answer -> understood(command, FileDescription.parse(answer.data())));
  }

  /** How often a signed link was read, where everybody may ask (section 10.7.3). */
  public Checked<Integer> signedReads() {
    DnaCommand command = DnaCommand.getFileCounters(DnaFile.NDEF);
    return send(command, DONE).map(answer -> understood(command, counter(answer.data())));
  }

  /** What the chip's signature over its UID says; outside of a session (Read_Sig). */
  public Originality originality(Uid uid) {
    DnaCommand command = DnaCommand.readSignature();
    ApduAnswer answer = link.send(command.apdu());
    boolean told = Set.of(SIGNATURE_DONE, DONE).contains(answer.status());
    return Originality.of(uid, told ? answer.data() : Bytes.EMPTY);
  }

  /** Three bytes, low byte first, and two that are reserved. */
  private static Checked<Integer> counter(Bytes answer) {
    return answer.size() == COUNTERS_BYTES
        ? Checked.passed(answer.at(0) | answer.at(1) << 8 | answer.at(2) << 16)
        : Checked.refused(
            DnaRefusal.ANSWER_LENGTH.with(
                "command", "file counters", "seen", answer.size(), "allowed", COUNTERS_BYTES));
  }

  /**
   * Opens a session; refused when the chip has another key, which it counts: 50 in a row make it
   * slow, 1000 in all make it deaf to the key, and each success takes 10 back (AN12196 rev. 1.8,
   * section 7.4).
   *
   * <p>Its first answer cannot say that the key is wrong, since the chip has seen no proof of it.
   */
  public Checked<Ev2Session> authenticate(Ev2Handshake handshake) {
    ApduAnswer challenge = link.send(handshake.command().apdu());
    if (challenge.status().equals(WRONG_KEY)) {
      throw unclear(handshake.command(), WRONG_KEY);
    }
    return answered(challenge, MORE, handshake.command())
        .map(answer -> understood(handshake.command(), handshake.answered(answer.data())))
        .then(this::prove);
  }

  private Checked<Ev2Session> prove(Ev2Handshake.Proof proof) {
    return send(proof.command(), DONE)
        .map(answer -> understood(proof.command(), proof.answered(answer.data())));
  }

  /** Whether this is the chip's word that it has another key. */
  public static boolean isWrongKey(Refusal refusal) {
    return WRONG_KEY.equals(refusal.details().get("seen"));
  }

  /** A command inside a session; after a refusal there is none any more. */
  public Checked<SecuredCommand.Answer> send(SecuredCommand command) {
    return answered(link.send(command.apdu()), DONE, command.command())
        .map(answer -> understood(command.command(), command.answered(answer.data())));
  }

  /**
   * The change of the session's own key: it ends the session, so that nothing but a status comes.
   */
  public Checked<SecuredCommand> sendLast(SecuredCommand command) {
    return answered(link.send(command.apdu()), DONE, command.command()).map(answer -> command);
  }

  private Checked<ApduAnswer> send(DnaCommand command, String expected) {
    return answered(link.send(command.apdu()), expected, command);
  }

  private static Checked<ApduAnswer> answered(
      ApduAnswer answer, String expected, DnaCommand command) {
    return switch (answer.status()) {
      case String status when status.equals(expected) -> Checked.passed(answer);
      case WRONG_KEY, NOT_PERMITTED ->
          Checked.refused(
              Type4Refusal.DNA_COMMAND_REFUSED.with(
                  "command", command, "seen", answer.status(), "allowed", expected));
      default -> throw unclear(command, answer.status());
    };
  }

  /** What an answer says, where it says anything. */
  private static <T> T understood(DnaCommand command, Checked<T> told) {
    return switch (told) {
      case Checked.Passed<T>(T value) -> value;
      case Checked.Refused<T>(Refusal why) -> throw unclear(command, why.code().code());
    };
  }

  private static ReaderFault.AnswerUnknown unclear(DnaCommand command, String status) {
    return new ReaderFault.AnswerUnknown("the chip carried out " + command, status);
  }
}
