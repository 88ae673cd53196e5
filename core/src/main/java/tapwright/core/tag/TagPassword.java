package tapwright.core.tag;

import tapwright.core.Bytes;

/**
 * What a chip asks for and answers with (NTAG213/215/216 data sheet, section 8.8); never shown.
 *
 * @param password PWD, 4 bytes
 * @param pack PACK, 2 bytes: what the chip answers to the right password
 */
public record TagPassword(Bytes password, Bytes pack) {

  private static final int PASSWORD_BYTES = 4;
  private static final int PACK_BYTES = 2;

  public TagPassword {
    if (password.size() != PASSWORD_BYTES || pack.size() != PACK_BYTES) {
      throw new IllegalArgumentException(
          "password has %d bytes, pack %d; allowed are 4 and 2"
              .formatted(password.size(), pack.size()));
    }
  }

  @Override
  public String toString() {
    return "a tag password";
  }
}
