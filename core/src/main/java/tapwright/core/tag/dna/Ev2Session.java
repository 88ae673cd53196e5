package tapwright.core.tag.dna;

import tapwright.core.Bytes;

/**
 * A session of secure messaging with one chip (NT4H2421Gx data sheet, section 9.1): what its next
 * command is enciphered and signed with.
 *
 * <p>Each command that the chip carries out moves the counter on, one in the clear too; after an
 * error the chip has no session any more.
 *
 * @param ti the transaction identifier, 4 bytes
 * @param encryption KSesAuthENC
 * @param authentication KSesAuthMAC
 * @param counter CmdCtr: how many commands went before
 */
public record Ev2Session(Bytes ti, AesKey encryption, AesKey authentication, int counter) {

  /** CmdCtr has two bytes (section 9.1.2). */
  private static final int MAX_COUNTER = 0xFFFF;

  private static final int COUNTER_SIZE = 2;
  private static final int TI_SIZE = 4;
  private static final Bytes COMMAND_LABEL = Bytes.of(0xA5, 0x5A);
  private static final Bytes ANSWER_LABEL = Bytes.of(0x5A, 0xA5);

  public Ev2Session {
    if (ti.size() != TI_SIZE) {
      throw new IllegalArgumentException("ti has " + ti.size() + " bytes, allowed are 4");
    }
    if (counter < 0 || counter > MAX_COUNTER) {
      throw new IllegalArgumentException("counter is " + counter + ", allowed are 0 to 65535");
    }
  }

  /** The command with a code: CommMode.MAC (section 9.1.9). */
  public SecuredCommand coded(DnaCommand command) {
    return new SecuredCommand(this, command, SecuredCommand.Mode.CODED);
  }

  /** The command with its data enciphered, and a code: CommMode.Full (section 9.1.10). */
  public SecuredCommand full(DnaCommand command) {
    return new SecuredCommand(this, command, SecuredCommand.Mode.FULL);
  }

  /** The session after one more command, one in the clear for instance. */
  public Ev2Session next() {
    return new Ev2Session(ti, encryption, authentication, counter + 1);
  }

  /** A code over what is said now, the first byte being the command or the status of an answer. */
  Bytes code(int first, Bytes data) {
    return AesCmac.truncated(authentication, Bytes.of(first).plus(counted()).plus(data));
  }

  /** What a command's data is enciphered with beside the key: IVc (section 9.1.4). */
  Bytes commandVector() {
    return vector(COMMAND_LABEL);
  }

  /** What an answer's data is enciphered with beside the key: IVr (section 9.1.4). */
  Bytes answerVector() {
    return vector(ANSWER_LABEL);
  }

  /** Without its keys. */
  @Override
  public String toString() {
    return "session " + ti + " at command " + counter;
  }

  private Bytes counted() {
    return LittleEndian.bytes(counter, COUNTER_SIZE).plus(ti);
  }

  private Bytes vector(Bytes label) {
    Bytes input = label.plus(ti).plus(LittleEndian.bytes(counter, COUNTER_SIZE));
    return Aes.block(encryption, input.padTo(Aes.BLOCK));
  }
}
