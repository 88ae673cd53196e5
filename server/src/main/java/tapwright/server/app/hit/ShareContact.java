package tapwright.server.app.hit;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.Checked;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.ndef.Contact;
import tapwright.core.wire.WireContact;
import tapwright.server.record.card.ContactSeal;
import tapwright.server.record.card.SealedContact;

/** Opens the contact of a card for whoever was let see it. */
public final class ShareContact {

  private static final Logger LOG = LoggerFactory.getLogger(ShareContact.class);

  private final ContactSeal seal;

  public ShareContact(ContactSeal seal) {
    this.seal = seal;
  }

  /**
   * Empty for a card that speaks for nobody, or whose contact no address book takes; and for one
   * whose contact cannot be opened, since its hit is stored and so has to be answered.
   */
  public Optional<Contact> of(HitAnswer.Contact shared) {
    return shared.sealed().flatMap(bytes -> opened(bytes, shared.seller(), shared.card()));
  }

  private Optional<Contact> opened(SealedContact sealed, SellerId seller, CardId card) {
    WireContact wire;
    try {
      wire = seal.open(sealed, seller, card);
    } catch (IllegalStateException damaged) {
      LOG.error("the contact of card {} is on record but cannot be opened", card, damaged);
      return Optional.empty();
    }
    return switch (contact(wire)) {
      case Checked.Passed<Contact>(Contact contact) -> Optional.of(contact);
      case Checked.Refused<Contact> unusable -> Optional.empty();
    };
  }

  /** The contact as chips and address books take it. */
  public static Checked<Contact> contact(WireContact wire) {
    return Contact.of(
        wire.name(), wire.title(), wire.company(), wire.phone(), wire.email(), wire.url());
  }
}
