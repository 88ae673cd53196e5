package tapwright.core.tag.dna;

import tapwright.core.Bytes;

/** A key for each chip out of one master key (AN10922, section 2.2: CMAC, AES-128). */
public final class KeyDiversification {

  /** The constant that stands before the input for AES-128 (AN10922, section 2.2.1). */
  private static final Bytes DIV_CONSTANT = Bytes.of(0x01);

  private static final int MAX_INPUT = 31;
  private static final int PADDED = 32;

  private KeyDiversification() {}

  /**
   * The key that belongs to the input. Two blocks are always signed, also where one would do.
   *
   * @param input what tells the chips apart, 1 to 31 bytes: UID, application, system
   */
  public static AesKey key(AesKey master, Bytes input) {
    if (input.isEmpty() || input.size() > MAX_INPUT) {
      throw new IllegalArgumentException(
          "input has " + input.size() + " bytes, allowed are 1 to " + MAX_INPUT);
    }
    Bytes whole = DIV_CONSTANT.plus(input);
    return new AesKey(
        whole.size() == PADDED
            ? AesCmac.of(master, whole)
            : AesCmac.ofPadded(master, whole.plus(Bytes.of(0x80)).padTo(PADDED)));
  }
}
