package tapwright.server.app;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.ndef.Contact;
import tapwright.core.wire.WireContact;

/** Opens the contact of a card for whoever was let see it. */
public final class ShareContact {

  private final Ledger ledger;
  private final ContactSeal seal;

  public ShareContact(Ledger ledger, ContactSeal seal) {
    this.ledger = ledger;
    this.seal = seal;
  }

  /** Empty for a card that speaks for nobody, or whose contact no address book takes. */
  public CompletableFuture<Optional<Contact>> of(SellerId seller, CardId card) {
    return ledger
        .read(records -> records.contacts().sealed(card))
        .thenApply(found -> found.flatMap(bytes -> opened(bytes, seller, card)));
  }

  private Optional<Contact> opened(Bytes sealed, SellerId seller, CardId card) {
    return switch (contact(seal.open(sealed, seller, card))) {
      case Checked.Passed<Contact>(Contact contact) -> Optional.of(contact);
      case Checked.Refused<Contact> unusable -> Optional.empty();
    };
  }

  /** The contact as chips and address books take it. */
  static Checked<Contact> contact(WireContact wire) {
    return Contact.of(
        wire.name(), wire.title(), wire.company(), wire.phone(), wire.email(), wire.url());
  }
}
