package tapwright.server.app.station;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardLinks;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.JobSecrets;
import tapwright.core.wire.WireContact;
import tapwright.server.app.card.SellerLinks;
import tapwright.server.app.holder.ChipContent;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Protection;
import tapwright.server.record.card.Seals;

/** What a station is told to put onto the chip of a card, its contact and secrets opened. */
final class StationContent {

  private final Seals seals;
  private final SellerLinks links;

  StationContent(Seals seals, CardLinks links) {
    this.seals = seals;
    this.links = new SellerLinks(links);
  }

  /**
   * Under which key a station reports what it was told, and until when it is the station's.
   *
   * @param lock whether the chip shall be locked where that was ordered
   */
  record Terms(String id, Instant until, boolean lock) {}

  /** What the card's chip shall hold now; its messages are on record as ordered from then on. */
  EncodeJob tell(Records records, Card card, Terms terms) {
    EncodeJob told = told(records, card, terms);
    ChipContent content =
        new ChipContent(told.link(), Optional.ofNullable(told.contact()), told.linkCounting());
    records.jobs().order(card.seller(), card.id(), content.hashes());
    return told;
  }

  private EncodeJob told(Records records, Card card, Terms terms) {
    WireContact contact =
        records
            .contacts()
            .sealed(card.seller(), card.id())
            .map(bytes -> seals.contacts().open(bytes, card.seller(), card.id()))
            .orElse(null);
    CardLinks ours = links.of(records, card.seller());
    Optional<Protection> protection = records.protections().of(card.seller(), card.id());
    return new EncodeJob(
        terms.id(),
        card.id().toString(),
        card.slug().value(),
        records.orders().byId(card.seller(), card.orderId()).orElseThrow().number(),
        ours.chipLink(card.slug()),
        ours.printLink(card.slug()),
        contact,
        card.counting() == LinkCounting.MIRROR,
        terms.until(),
        card.counting(),
        terms.lock() && protection.map(Protection::lock).orElse(false),
        protection.flatMap(Protection::sealed).map(bytes -> secrets(bytes, card)).orElse(null));
  }

  private JobSecrets secrets(Bytes closed, Card card) {
    return seals.secrets().open(closed, card.seller(), card.id());
  }
}
