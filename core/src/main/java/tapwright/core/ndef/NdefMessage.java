package tapwright.core.ndef;

import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/**
 * What a tag holds as a whole: one record or more, the first of which readers look at first.
 *
 * @param records at least one
 */
public record NdefMessage(List<NdefRecord> records) {

  /**
   * The longest message that is read or written: far above any chip (an NTAG216 takes 868 bytes),
   * and below the length from which nfctools reads a payload's length as negative.
   */
  public static final int MAX_BYTES = 0x7FFF;

  public NdefMessage {
    records = List.copyOf(records);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("records is empty, at least one is needed");
    }
  }

  public static NdefMessage of(NdefRecord... records) {
    return new NdefMessage(List.of(records));
  }

  /** The message in the bytes, or why they hold none; no bytes lead to an exception. */
  public static Checked<NdefMessage> decode(Bytes message) {
    Optional<Refusal> refusal = NdefFraming.fault(message);
    return refusal.isPresent()
        ? Checked.refused(refusal.get())
        : Checked.passed(new NdefMessage(Nfctools.decode(message)));
  }

  /**
   * The message as bytes, read again and compared before they are handed out.
   *
   * @throws IllegalArgumentException when it is longer than {@link #MAX_BYTES}
   */
  public Bytes encode() {
    Bytes encoded = Nfctools.encode(records);
    NdefMessage readAgain = decode(encoded).orThrow();
    if (!equals(readAgain)) {
      throw new IllegalStateException("message reads as " + readAgain + " instead of " + this);
    }
    return encoded;
  }
}
