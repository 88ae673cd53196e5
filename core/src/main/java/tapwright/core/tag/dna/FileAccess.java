package tapwright.core.tag.dna;

import tapwright.core.Bytes;

/**
 * Who may do what with a file: the number of a key, {@link #FREE} or {@link #NEVER} each
 * (NT4H2421Gx data sheet, section 8.2.3.3).
 *
 * <table>
 * <caption>Nibbles of the two bytes, as a command carries them</caption>
 * <tr><td>first byte</td><td>read and write</td><td>change of the settings</td></tr>
 * <tr><td>second byte</td><td>read</td><td>write</td></tr>
 * </table>
 */
public record FileAccess(int read, int write, int readWrite, int change) {

  /** Anybody, without a session. */
  public static final int FREE = 0xE;

  /** Nobody, for ever where it stands for the change. */
  public static final int NEVER = 0xF;

  /**
   * The NDEF file at delivery (section 8.2.3.3, table 8): everybody writes, the master key changes.
   */
  public static final FileAccess FACTORY_NDEF = new FileAccess(FREE, FREE, FREE, DnaKeys.MASTER);

  /** A card in use: everybody reads, only who holds the master key writes. */
  public static final FileAccess CARD =
      new FileAccess(FREE, DnaKeys.MASTER, DnaKeys.MASTER, DnaKeys.MASTER);

  /** A locked card: everybody reads, nobody ever writes, nobody ever changes that. */
  public static final FileAccess LOCKED = new FileAccess(FREE, NEVER, NEVER, NEVER);

  static final int SIZE = 2;

  public FileAccess {
    check("read", read);
    check("write", write);
    check("readWrite", readWrite);
    check("change", change);
  }

  private static void check(String right, int value) {
    if (value < 0 || value > NEVER || (value >= DnaKeys.COUNT && value < FREE)) {
      throw new IllegalArgumentException(right + " is " + value + ", allowed are 0 to 4, 14, 15");
    }
  }

  Bytes encode() {
    return Bytes.of((readWrite << 4) | change, (read << 4) | write);
  }
}
