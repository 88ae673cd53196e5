package tapwright.core.ndef;

import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;

/**
 * What the chip of a card is to hold: one place, so that station and server mean the same bytes.
 */
public final class CardMessages {

  /**
   * What the chip overwrites with its UID and counter (NTAG213/215/216 data sheet, section 8.7).
   */
  public static final String MIRROR_PLACEHOLDER = "00000000000000x000000";

  /** The parameter that the chip's mirror of UID and counter goes into. */
  private static final String MIRROR_PARAMETER = "m";

  private CardMessages() {}

  /**
   * The messages in order of preference, the first that fits the chip is written: link first, so
   * that taps reach the server, with the contact after it; then the link alone.
   */
  public static List<Bytes> of(Link link, Optional<Contact> contact, boolean mirrored) {
    return written(
        mirrored ? link.withParameter(MIRROR_PARAMETER, MIRROR_PLACEHOLDER) : link, contact);
  }

  /** The same for a chip that signs its link: with the place that it signs into. */
  public static List<Bytes> signed(Link link, Optional<Contact> contact, SignedPlace place) {
    return written(place.into(link), contact);
  }

  private static List<Bytes> written(Link written, Optional<Contact> contact) {
    Bytes alone = NdefMessage.of(written.record()).encode();
    return contact
        .map(whose -> List.of(NdefMessage.of(written.record(), whose.record()).encode(), alone))
        .orElse(List.of(alone));
  }
}
