package tapwright.server.app.holder;

import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.wire.WireContact;
import tapwright.server.app.hit.ShareContact;

/**
 * What the chip of a card shall hold.
 *
 * @param link the chip's link
 * @param contact whom the card speaks for; empty for nobody
 */
public record ChipContent(String link, Optional<WireContact> contact, LinkCounting counting) {

  /**
   * SHA-256 of each message that will do. Empty for a contact that no chip can hold: its station
   * refuses it, so nothing is made of it.
   */
  public List<Bytes> hashes() {
    Checked<Optional<Contact>> checked =
        contact
            .map(wire -> ShareContact.contact(wire).map(Optional::of))
            .orElseGet(() -> Checked.passed(Optional.empty()));
    return switch (checked) {
      case Checked.Refused<Optional<Contact>> unusable -> List.of();
      case Checked.Passed<Optional<Contact>>(Optional<Contact> whose) ->
          CardMessages.of(new Link(link), whose, counting).stream().map(Bytes::sha256).toList();
    };
  }
}
