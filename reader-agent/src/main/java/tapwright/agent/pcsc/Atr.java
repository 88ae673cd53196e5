package tapwright.agent.pcsc;

import tapwright.core.Bytes;

/**
 * What a reader says of the card before anything is asked (ISO/IEC 7816-3 section 8).
 *
 * @param value the whole of it, check byte included
 */
public record Atr(Bytes value) {

  /**
   * First historical bytes and application identifier of a contactless storage card (PC/SC part 3
   * section 3.1.3.2.3): category 80h, tag 4Fh, length 0Ch, registered identifier A000000306.
   */
  private static final Bytes STORAGE_CARD = Bytes.ofHex("804F0CA000000306");

  /** Where the historical bytes begin in the ATR that a reader makes up: after 3B 8F 80 01. */
  private static final int HISTORICAL_BYTES = 4;

  /** Standard byte for ISO/IEC 14443 A, part 3. */
  private static final int ISO_14443_A_PART_3 = 0x03;

  /** Whether this is a storage card spoken to by ISO/IEC 14443-3 A, as every Type 2 tag is. */
  public boolean isStorageCard() {
    int standard = HISTORICAL_BYTES + STORAGE_CARD.size();
    return value.size() > standard
        && value.slice(HISTORICAL_BYTES, standard).equals(STORAGE_CARD)
        && value.at(standard) == ISO_14443_A_PART_3;
  }

  /** Upper-case hexadecimal digits. */
  @Override
  public String toString() {
    return value.toHex();
  }
}
