package tapwright.agent.emulator.type4;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaCommand;
import tapwright.core.tag.dna.Ev2Handshake;
import tapwright.core.tag.dna.Ev2Session;
import tapwright.core.tag.dna.SecuredCommand;

/** A reader with core's half of the protocol, in front of one emulated chip. */
final class DnaReader {

  private static final String DONE = "9100";
  private static final String MORE = "91AF";

  private final Type4Chip chip;
  private @Nullable Ev2Session session;

  DnaReader(Type4Chip chip) {
    this.chip = chip;
  }

  /** The whole answer to a command in hexadecimal digits. */
  String said(String command) {
    return answer(Bytes.ofHex(command)).toHex();
  }

  Bytes answer(Bytes command) {
    return chip.answer(command, length -> length);
  }

  void select() {
    assertEquals("9000", said("00A4040007D276000085010100"));
  }

  void selectNdefFile() {
    select();
    assertEquals("9000", said("00A4000C02E104"));
  }

  void authenticate(int keyNumber, AesKey key) {
    Ev2Handshake handshake = new Ev2Handshake(keyNumber, key, Bytes.zeros(16));
    Bytes challenge = data(answer(handshake.command().apdu()), MORE);
    Ev2Handshake.Proof proof = handshake.answered(challenge).orThrow();
    session = proof.answered(data(answer(proof.command().apdu()), DONE)).orThrow();
  }

  /** Says it in full mode; the answer's data. */
  Bytes full(DnaCommand command) {
    return secured(session().full(command));
  }

  /** Says it with a code; the answer's data. */
  Bytes coded(DnaCommand command) {
    return secured(session().coded(command));
  }

  /** The change of the master key, which is answered by its status alone. */
  void last(DnaCommand command) {
    assertEquals(DONE, answer(session().full(command).apdu()).toHex());
    session = null;
  }

  Ev2Session session() {
    Ev2Session now = session;
    if (now == null) {
      throw new AssertionError("no session");
    }
    return now;
  }

  private Bytes secured(SecuredCommand command) {
    SecuredCommand.Answer answer =
        command.answered(data(answer(command.apdu()), DONE)).orThrow();
    session = answer.session();
    return answer.data();
  }

  private static Bytes data(Bytes answer, String status) {
    int end = answer.size() - 2;
    assertEquals(status, answer.sliceFrom(end).toHex());
    return answer.slice(0, end);
  }
}
