package tapwright.core.tag.dna;

import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/**
 * The reader's side of AuthenticateEV2First (NT4H2421Gx data sheet, section 9.1.5): both sides show
 * that they know a key without showing the key.
 *
 * <table>
 * <caption>What is said</caption>
 * <tr><td>{@link #command}</td><td>key number</td></tr>
 * <tr><td>chip</td><td>E(RndB)</td></tr>
 * <tr><td>{@link Proof#command}</td><td>E(RndA, RndB turned left by a byte)</td></tr>
 * <tr><td>chip</td><td>E(TI, RndA turned left by a byte, capabilities of both)</td></tr>
 * </table>
 *
 * @param keyNumber which of the chip's keys
 * @param key that key
 * @param rndA 16 bytes drawn by the caller, anew each time
 */
public record Ev2Handshake(int keyNumber, AesKey key, Bytes rndA) {

  private static final int NONCE = 16;
  private static final int TI_SIZE = 4;
  private static final int ANSWER = 32;

  public Ev2Handshake {
    if (keyNumber < 0 || keyNumber >= DnaKeys.COUNT) {
      throw new IllegalArgumentException("keyNumber is " + keyNumber + ", allowed are 0 to 4");
    }
    if (rndA.size() != NONCE) {
      throw new IllegalArgumentException("rndA has " + rndA.size() + " bytes, allowed are 16");
    }
  }

  /** The first command; the chip answers with 16 bytes and status 91AF. */
  public DnaCommand command() {
    return DnaCommand.authenticateFirst(keyNumber);
  }

  /** What is to be said to the chip's first answer, given without its status. */
  public Checked<Proof> answered(Bytes challenge) {
    return challenge.size() == NONCE
        ? Checked.passed(new Proof(this, Aes.decipher(key, challenge)))
        : Checked.refused(length(command(), challenge, NONCE));
  }

  /** Without key and chance. */
  @Override
  public String toString() {
    return "a handshake with key " + keyNumber;
  }

  private static Bytes turned(Bytes nonce) {
    return nonce.sliceFrom(1).plus(nonce.slice(0, 1));
  }

  private static Refusal length(DnaCommand command, Bytes seen, int allowed) {
    return DnaRefusal.ANSWER_LENGTH.with(
        "command", command.name(), "seen", seen.size(), "allowed", allowed);
  }

  /**
   * The second half: the chip's challenge is known.
   *
   * @param handshake the first half
   * @param rndB what the chip has drawn
   */
  public record Proof(Ev2Handshake handshake, Bytes rndB) {

    /** The second command; the chip answers with 32 bytes and status 9100. */
    public DnaCommand command() {
      Bytes both = handshake.rndA().plus(turned(rndB));
      return DnaCommand.more(Aes.encipher(handshake.key(), both));
    }

    /** The session that the chip's second answer opens, given without its status. */
    public Checked<Ev2Session> answered(Bytes answer) {
      if (answer.size() != ANSWER) {
        return Checked.refused(length(command(), answer, ANSWER));
      }
      Bytes plain = Aes.decipher(handshake.key(), answer);
      return plain.slice(TI_SIZE, TI_SIZE + NONCE).equals(turned(handshake.rndA()))
          ? Checked.passed(session(plain.slice(0, TI_SIZE)))
          : Checked.refused(DnaRefusal.KEY_NOT_SHARED.with("key", handshake.keyNumber()));
    }

    private Ev2Session session(Bytes ti) {
      return new Ev2Session(ti, sessionKey(0xA5, 0x5A), sessionKey(0x5A, 0xA5), 0);
    }

    /** SV1 and SV2, and the keys that they give (section 9.1.7). */
    private AesKey sessionKey(int label0, int label1) {
      Bytes a = handshake.rndA();
      Bytes vector =
          Bytes.of(label0, label1, 0x00, 0x01, 0x00, 0x80)
              .plus(a.slice(0, 2))
              .plus(AesCmac.xor(a.slice(2, 8), rndB.slice(0, 6)))
              .plus(rndB.sliceFrom(6))
              .plus(a.sliceFrom(8));
      return new AesKey(AesCmac.of(handshake.key(), vector));
    }

    /** Without key and chance. */
    @Override
    public String toString() {
      return "the proof of " + handshake;
    }
  }
}
