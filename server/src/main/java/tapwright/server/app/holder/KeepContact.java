package tapwright.server.app.holder;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.WireContact;
import tapwright.server.app.IdSource;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.ContactSeal;
import tapwright.server.record.card.OldContact;
import tapwright.server.record.card.SealedContact;
import tapwright.server.record.key.Holder;
import tapwright.server.record.key.HolderKey;

/** Keeps contacts under their holders' keys, within a transaction. */
public final class KeepContact {

  private static final Logger LOG = LoggerFactory.getLogger(KeepContact.class);
  private static final WireContact NOBODY = new WireContact("", "", "", "", "", "");

  private final ContactSeal seal;
  private final IdSource ids;
  private final InstantSource clock;

  public KeepContact(ContactSeal seal, IdSource ids, InstantSource clock) {
    this.seal = seal;
    this.ids = ids;
    this.clock = clock;
  }

  /** The card speaks for whom the contact names, from now on. */
  public void of(Records records, WireContact contact, Card card) {
    keep(records, contact, card.seller(), card.id());
  }

  /**
   * Puts a contact of an earlier version under its holder's key. One that does not open stays as it
   * is and is its card's own, so that it stands in nobody's way.
   */
  public void adopt(Records records, OldContact old) {
    try {
      keep(records, seal.open(old.contact(), old.seller(), old.card()), old.seller(), old.card());
    } catch (IllegalStateException damaged) {
      LOG.error("the contact of card {} is on record but cannot be opened", old.card(), damaged);
      keepDamaged(records, old);
    }
  }

  private void keepDamaged(Records records, OldContact old) {
    Bytes mark = seal.mark(NOBODY, old.seller(), old.card());
    HolderKey key = keyOf(records, old.seller(), mark);
    SealedContact unread = new SealedContact(old.contact().sealed(), Optional.of(key));
    records.contacts().put(old.card(), old.seller(), unread, List.of());
  }

  private void keep(Records records, WireContact contact, SellerId seller, CardId card) {
    HolderKey key = keyOf(records, seller, seal.mark(contact, seller, card));
    records
        .contacts()
        .put(card, seller, seal.seal(contact, key, seller, card), seal.blindWords(contact, seller));
  }

  private HolderKey keyOf(Records records, SellerId seller, Bytes mark) {
    return records
        .holders()
        .marked(seller, mark)
        .map(Holder::key)
        .orElseGet(() -> added(records, seller, mark));
  }

  private HolderKey added(Records records, SellerId seller, Bytes mark) {
    HolderKey key = seal.newKey(ids.next(), seller);
    records
        .holders()
        .add(
            new Holder(
                key.holder(),
                seller,
                Optional.of(new Holder.Known(mark, key.wrapped())),
                clock.instant()));
    return key;
  }
}
