package tapwright.server.app.order;

import java.time.InstantSource;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.CardStatus;
import tapwright.core.card.Slug;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.wire.JobSecrets;
import tapwright.core.wire.WireContact;
import tapwright.server.app.holder.KeepContact;
import tapwright.server.app.subscription.GiveTier;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Protection;
import tapwright.server.record.card.Seals;
import tapwright.server.record.order.Order;
import tapwright.server.record.station.Job;
import tapwright.server.record.station.JobState;

/** Puts new cards on record within a transaction, each with its contact and its encode job. */
final class MakeCards {

  private final Seals seals;
  private final PlaceOrders.Draw draw;
  private final KeepContact keepContact;

  MakeCards(Seals seals, PlaceOrders.Draw draw, InstantSource clock) {
    this.seals = seals;
    this.draw = draw;
    this.keepContact = new KeepContact(seals.contacts(), draw.ids(), clock);
  }

  /**
   * A card of the order that waits to be made.
   *
   * @param contact whom it speaks for; empty for nobody
   */
  Card add(Records records, Order order, NewCard wanted, Optional<WireContact> contact) {
    Card card =
        new Card(
            CardId.draw(draw.random()),
            order.seller(),
            freshSlug(records),
            order.id(),
            wanted.placementId(),
            CardStatus.ordered(GiveTier.ofNew(records, order)),
            0,
            wanted.target(),
            wanted.chip().counting(),
            Optional.empty(),
            Optional.empty(),
            wanted.succession(),
            wanted.expiresAt(),
            wanted.at());
    records.cards().add(card, wanted.row());
    protect(records, card, wanted.chip());
    contact.ifPresent(whose -> keepContact.of(records, whose, card));
    queue(records, card);
    return card;
  }

  private void queue(Records records, Card card) {
    records
        .jobs()
        .add(
            new Job(
                draw.ids().next(),
                card.seller(),
                card.id(),
                JobState.QUEUED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                card.createdAt()));
  }

  private void protect(Records records, Card card, ChipOrder chip) {
    if (chip.isProtected()) {
      Optional<Bytes> sealed =
          chip.wantsSecrets() ? Optional.of(sealedSecrets(records, card, chip)) : Optional.empty();
      records.protections().add(card.id(), card.seller(), new Protection(chip.lock(), sealed));
    }
  }

  private Bytes sealedSecrets(Records records, Card card, ChipOrder chip) {
    Optional<AesKey> master =
        records
            .sellers()
            .masterKey(card.seller())
            .map(key -> seals.secrets().open(key, card.seller()));
    JobSecrets secrets = new DrawSecrets(draw.random()).forChip(chip, card.slug(), master);
    return seals.secrets().seal(secrets, card.seller(), card.id());
  }

  /** A slug that no card has; with 50 random bits the second draw is as good as never. */
  private Slug freshSlug(Records records) {
    Slug slug = Slug.draw(draw.random());
    while (records.cards().bySlug(slug).isPresent()) {
      slug = Slug.draw(draw.random());
    }
    return slug;
  }
}
