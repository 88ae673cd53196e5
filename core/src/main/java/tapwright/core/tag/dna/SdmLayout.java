package tapwright.core.tag.dna;

import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.ndef.SignedPlace;

/**
 * How a chip signs the message of its NDEF file, and where in the file it writes that: secure
 * dynamic messaging (NT4H2421Gx data sheet, section 9.3; AN12196 rev. 2.0, section 3).
 *
 * <p>All offsets count from the first byte of the file, so that the two bytes of the message's
 * length count too. Nothing of the text is signed but UID and counter, which the key is derived
 * from: the input of the code begins where the code itself stands. A code moved into another card's
 * link does not verify, because each card has keys of its own.
 *
 * @param place which parameters the chip fills
 * @param offset where in the file their text begins
 */
public record SdmLayout(SignedPlace place, int offset) {

  /** UID and read counter are mirrored, as text (section 10.7.1, SDMOptions bits 7, 6 and 0). */
  private static final int OPTIONS = 0x80 | 0x40 | 0x01;

  /** A right that the data sheet reserves is F. */
  private static final int RESERVED = 0xF;

  /**
   * Anybody may ask the chip how often it was read: a returned card tells its use without its keys.
   */
  private static final int COUNTER_RETRIEVAL = FileAccess.FREE;

  /** NLEN before the message (NFC Forum Type 4 Tag, section 5.1.2). */
  private static final int LENGTH_SIZE = 2;

  public SdmLayout {
    if (offset < 0 || offset > lastOffset(place)) {
      throw new IllegalArgumentException(
          "offset is " + offset + ", allowed are 0 to " + lastOffset(place));
    }
  }

  /** The layout for a message, by the first place in it that a chip can sign into. */
  public static Checked<SdmLayout> of(Bytes message) {
    for (SignedPlace place : SignedPlace.values()) {
      int at = place.in(message);
      if (at >= 0) {
        return at(place, LENGTH_SIZE + at);
      }
    }
    return Checked.refused(
        DnaRefusal.SIGNED_PLACE_MISSING.with("allowed", SignedPlace.ENCIPHERED.text()));
  }

  private static Checked<SdmLayout> at(SignedPlace place, int offset) {
    int last = lastOffset(place);
    return offset <= last
        ? Checked.passed(new SdmLayout(place, offset))
        : Checked.refused(DnaRefusal.SIGNED_PLACE_TOO_FAR.with("seen", offset, "allowed", last));
  }

  /** Where the text of the place begins at the latest, so that the file holds all of it. */
  private static int lastOffset(SignedPlace place) {
    return DnaFile.NDEF.sizeBytes() - place.text().length();
  }

  /** Where the chip's text begins that is enciphered or plain. */
  public int dataOffset() {
    return offset + place.dataAt();
  }

  /** Where the code begins, 16 digits. */
  public int codeOffset() {
    return offset + place.codeAt();
  }

  /** SDMOptions, SDMAccessRights and the offsets (section 10.7.1, table 69). */
  Bytes encode() {
    return switch (place) {
      case ENCIPHERED ->
          Bytes.of(OPTIONS).plus(rights(DnaKeys.META_READ)).plus(offsets(dataOffset()));
      case PLAIN ->
          Bytes.of(OPTIONS)
              .plus(rights(FileAccess.FREE))
              .plus(offsets(dataOffset(), dataOffset() + SignedPlace.COUNTER_AFTER_UID));
    };
  }

  private static Bytes rights(int metaRead) {
    return Bytes.of((RESERVED << 4) | COUNTER_RETRIEVAL, (metaRead << 4) | DnaKeys.FILE_READ);
  }

  /** The mirrors' offsets, then that of the code's input, then that of the code. */
  private Bytes offsets(int... mirrors) {
    Bytes all = Bytes.EMPTY;
    for (int mirror : mirrors) {
      all = all.plus(LittleEndian.bytes(mirror, LittleEndian.OFFSET));
    }
    Bytes code = LittleEndian.bytes(codeOffset(), LittleEndian.OFFSET);
    return all.plus(code).plus(code);
  }
}
