package tapwright.server.app.hit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.Slug;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.PiccData;
import tapwright.core.tag.dna.SigningChip;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.StationEvent;
import tapwright.server.app.World;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Chip;

/** A card whose chip signs its links, and the keys in that chip. */
record SignedCard(Card card, DnaKeys keys) {

  /** The chip's read counter when it left the station. */
  static final int BASELINE = 4;

  /** A card that was made of such a chip, and given out. */
  static SignedCard issued(World world, String order, String uid) {
    OrderLine usual = World.line(1, order);
    ChipOrder chip = new ChipOrder(LinkCounting.SUN, false, false);
    OrderLine line = new OrderLine(1, order, "", usual.contact(), "", chip, Map.of());
    World.done(world.placeOrders.place(World.SHOP, World.key(order), List.of(line)).join());
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(World.STATION, made(world, job, uid));
    CardId id = CardId.parse(job.cardId()).orElseThrow();
    Card card =
        World.done(world.runCards.act(World.SHOP, id, World.act(CardEvent.Step.ISSUED)).join());
    return new SignedCard(card, keys(job));
  }

  private static StationEvent made(World world, EncodeJob job, String uid) {
    Bytes message =
        CardMessages.of(new Link(job.link()), Optional.empty(), LinkCounting.SUN).getFirst();
    return new StationEvent(
        "made-" + job.jobId(),
        job.jobId(),
        world.clock.instant(),
        StationEvent.Kind.VERIFIED,
        new StationEvent.Encoded(
            uid,
            "NTAG 424 DNA",
            message.toHex(),
            BASELINE,
            40,
            List.of(StationEvent.Finished.KEYS)),
        null);
  }

  private static DnaKeys keys(EncodeJob job) {
    List<String> digits = Objects.requireNonNull(Objects.requireNonNull(job.secrets()).keys());
    return new DnaKeys(digits.stream().map(Bytes::ofHex).map(AesKey::new).toList());
  }

  CardId id() {
    return card.id();
  }

  Slug slug() {
    return card.slug();
  }

  PiccData data(int counter) {
    return new PiccData(card.chip().map(Chip::uid).orElseThrow(), counter);
  }

  String query(int counter) {
    return new SigningChip(keys.sun()).query(data(counter));
  }

  Hit hit(String query) {
    return new Hit(LinkKind.CHIP, false, World.PHONE, "", ChipParameters.in(query), false);
  }
}
