package tapwright.server.app.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.card.Shipping;
import tapwright.core.claim.Disposition;
import tapwright.core.claim.RmaState;
import tapwright.core.claim.Verdict;
import tapwright.core.trail.TrailEntry;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.StationEvent;
import tapwright.server.app.Answer;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.goods.Rma;

/** Cards go where their parcels go, and end as it is settled for the goods. */
class GoodsTest implements NewRecord {

  private static final String UID = "04E141124C2880";

  private static final Map<String, String> ORDERED =
      Map.of(
          "line", "card",
          "design", "stock",
          "purchasedAt", "2026-02-24T13:00:00+05:30",
          "price", "49.00 INR");

  @TempDir private Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(newRecord(folder));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void returnThatIsReceivedAndScrapped_takesItsCardAlong() {
    CardId card = delivered();
    act(card, Step.REVOKED);
    Rma rma = received(card);

    assertEquals(Shipping.RETURNED, now(card).status().shipping());
    look(rma, Verdict.DEFECTIVE);
    assertEquals(RmaState.DISPOSED, World.done(dispose(rma, Disposition.SCRAP)).rma().state());

    assertEquals(CardState.SCRAPPED, now(card).status().state());
    for (String kind : List.of("returned", "scrapped")) {
      CardHistory entry = last(card, kind);
      assertEquals("return %s of claim %s".formatted(rma.id(), rma.claimId()), entry.cause());
      assertEquals("web shop shop", entry.actor() + " " + entry.role());
    }
    TrailEntry told = told(rma, "rma-disposed");
    assertTrue(told.detail().contains("\"cardState\":\"scrapped\""), told.detail());
    assertTrue(told.detail().contains("\"cardShipping\":\"returned\""), told.detail());
  }

  @Test
  void sameDispositionAgain_isDoneAndChangesNothing() {
    CardId card = delivered();
    act(card, Step.REVOKED);
    Rma rma = received(card);
    look(rma, Verdict.WORKS);

    RmaView once = World.done(dispose(rma, Disposition.SCRAP));
    long version = now(card).version();

    assertEquals(once, World.done(dispose(rma, Disposition.SCRAP)));
    assertEquals(version, now(card).version());
    assertEquals("rma-step-not-allowed", code(dispose(rma, Disposition.RESTOCK)));
  }

  @Test
  void cardInUse_isNeitherScrappedNorRestockedAndNothingChanges() {
    CardId card = delivered();
    Rma rma = received(card);
    look(rma, Verdict.WORKS);
    long version = now(card).version();

    assertEquals("rma-card-in-use", code(dispose(rma, Disposition.SCRAP)));
    assertEquals("rma-card-in-use", code(dispose(rma, Disposition.RESTOCK)));
    assertEquals(version, now(card).version());
    assertEquals(RmaState.INSPECTED, view(rma).state());

    act(card, Step.REVOKED);
    World.done(dispose(rma, Disposition.RESTOCK));
    assertEquals(CardState.RESTOCKED, now(card).status().state());
  }

  @Test
  void chipThatCannotBeWritten_isNotRestocked() {
    CardId card = delivered(made(List.of(StationEvent.Finished.LOCKED)));
    act(card, Step.REVOKED);
    Rma rma = received(card);
    look(rma, Verdict.WORKS);

    assertEquals("card-chip-locked", code(dispose(rma, Disposition.RESTOCK)));
    assertEquals(RmaState.INSPECTED, view(rma).state());
    World.done(dispose(rma, Disposition.SCRAP));
    assertEquals(CardState.SCRAPPED, now(card).status().state());
  }

  @Test
  void goodsThatAreSentBack_areOnTheirWayAgainUnlessHeld() {
    CardId card = delivered();
    Rma rma = received(card);
    look(rma, Verdict.TAMPERED);
    act(card, new CardEvent.Held(Hold.CLAIM));

    assertEquals("card-suspended", code(dispose(rma, Disposition.SEND_BACK)));
    act(card, new CardEvent.Released(Hold.CLAIM));
    World.done(dispose(rma, Disposition.SEND_BACK));
    assertEquals(Shipping.SHIPPED, now(card).status().shipping());

    scan(card, "D-2", "delivered");
    assertEquals(Shipping.DELIVERED, now(card).status().shipping());
  }

  /** Its only end is to go back, so nothing of the claim's card may stand in the way. */
  @Test
  void parcelOfAnotherCard_goesBackWhateverTheCardIs() {
    CardId card = delivered();
    Rma rma = received(card);
    look(rma, Verdict.NOT_OURS);
    act(card, Step.REVOKED);

    World.done(dispose(rma, Disposition.SEND_BACK));

    assertEquals(CardState.REVOKED, now(card).status().state());
    TrailEntry told = told(rma, "rma-disposed");
    assertTrue(told.detail().contains("\"cardNotMoved\":\"card-step-not-allowed\""), told.detail());
  }

  @Test
  void parcelOfAnotherCard_givesOutNoCardThatLiesHere() {
    CardId card = made();
    Rma rma = received(card);
    look(rma, Verdict.NOT_OURS);

    World.done(dispose(rma, Disposition.SEND_BACK));

    assertEquals(CardState.VERIFIED, now(card).status().state());
  }

  @Test
  void cardThatNobodySent_isReceivedAndTheTrailSaysSo() {
    CardId card = made();
    act(card, Step.ISSUED);
    Rma rma = received(card);

    assertEquals(Shipping.AT_SELLER, now(card).status().shipping());
    TrailEntry told = told(rma, "rma-received");
    assertTrue(
        told.detail().contains("\"cardNotMoved\":\"card-shipping-not-allowed\""), told.detail());
  }

  @Test
  void carriersScans_carryTheCard() {
    CardId card = made();

    scan(card, "S-1", "shipped");
    assertEquals(CardState.ISSUED, now(card).status().state());
    assertEquals(Shipping.SHIPPED, now(card).status().shipping());
    assertEquals("carrier scan S-1 of sample", last(card, "shipped").cause());
    scan(card, "S-2", "undelivered");
    assertEquals(Shipping.SHIPPED, now(card).status().shipping());
    scan(card, "S-3", "came-back");
    assertEquals(Shipping.RETURNED, now(card).status().shipping());
    scan(card, "S-4", "shipped");
    scan(card, "S-5", "delivered");
    assertEquals(Shipping.DELIVERED, now(card).status().shipping());
    scan(card, "S-6", "posted-back");
    assertEquals(Shipping.DELIVERED, now(card).status().shipping());
  }

  /** The clerk and the carrier tell of one parcel, in whichever order. */
  @Test
  void whatTheCarrierToldAlready_isNoMistakeOfWhoSaysItAsWell() {
    CardId card = made();
    scan(card, "S-1", "shipped");
    long version = now(card).version();

    act(card, Step.SHIPPED);

    assertEquals(version, now(card).version());
    act(card, Step.DELIVERED);
    scan(card, "S-2", "delivered");
    assertEquals(version + 1, now(card).version());
    assertEquals(
        "card-shipping-not-allowed",
        code(world.runCards.act(World.SHOP, card, World.act(Step.SHIPPED)).join()));
  }

  @Test
  void scanThatComesLate_isKeptAndMovesNothing() {
    CardId card = delivered();
    scan(card, "S-0", "shipped", Duration.ofDays(1));
    assertEquals(Shipping.DELIVERED, now(card).status().shipping());
    assertNoted(card, "shipped", "carrier scan S-0 of sample: card-shipping-not-allowed");

    world.clock.advance(Duration.ofDays(5));
    act(card, Step.RETURNED);
    world.clock.advance(Duration.ofDays(1));
    scan(card, "S-1", "shipped", Duration.ofDays(3));
    assertEquals(Shipping.RETURNED, now(card).status().shipping());
    assertNoted(card, "shipped", "carrier scan S-1 of sample: of a way before");

    act(card, Step.SHIPPED);
    scan(card, "S-2", "delivered", Duration.ofDays(3));
    assertEquals(Shipping.SHIPPED, now(card).status().shipping());
    assertNoted(card, "delivered", "carrier scan S-2 of sample: of a way before");
    scan(card, "S-3", "delivered");
    assertEquals(Shipping.DELIVERED, now(card).status().shipping());
    assertEquals(4, scans(card));
  }

  @Test
  void scansOfOneRequest_areFollowedAsTheyHappened() {
    CardId card = made();
    Instant now = world.clock.instant();

    take(
        List.of(
            sent(1, card, "S-2", "delivered", now.minusSeconds(60)),
            sent(2, card, "S-1", "shipped", now.minusSeconds(3600))));

    assertEquals(Shipping.DELIVERED, now(card).status().shipping());
    assertEquals(now.minusSeconds(3600), last(card, "shipped").at());
  }

  @Test
  void scanThatComesTwice_movesOnce() {
    CardId card = made();
    Instant now = world.clock.instant();
    List<SentScan> shipped = List.of(sent(1, card, "S-1", "shipped", now));
    take(shipped);
    act(card, Step.RETURNED);

    take(shipped);

    assertEquals(Shipping.RETURNED, now(card).status().shipping());
  }

  private void assertNoted(CardId card, String detail, String cause) {
    CardHistory noted = last(card, "scan-noted");
    assertEquals(detail, noted.detail());
    assertEquals(cause, noted.cause());
  }

  private CardHistory last(CardId card, String kind) {
    return world.view(card).history().stream()
        .filter(entry -> entry.kind().equals(kind))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private int scans(CardId card) {
    return world
        .store
        .read(FirstSeller.ID, records -> records.carrierScans().of(FirstSeller.ID, card).size())
        .join();
  }

  private TrailEntry told(Rma rma, String kind) {
    return World.done(world.claims.see().trail(World.SHOP, rma.claimId()).join()).stream()
        .filter(entry -> entry.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private void scan(CardId card, String id, String kind) {
    scan(card, id, kind, Duration.ZERO);
  }

  private void scan(CardId card, String id, String kind, Duration ago) {
    world.clock.advance(Duration.ofMinutes(10));
    take(List.of(sent(1, card, id, kind, world.clock.instant().minus(ago))));
  }

  private static SentScan sent(int line, CardId card, String id, String kind, Instant at) {
    return new SentScan(line, id, "sample", card.toString(), kind, "", at.toString());
  }

  private void take(List<SentScan> scans) {
    World.done(world.claims.scans().take(World.SHOP, scans).join());
  }

  private void act(CardId card, CardEvent event) {
    World.done(world.runCards.act(World.SHOP, card, World.act(event)).join());
  }

  private Card now(CardId card) {
    return world.view(card).card();
  }

  private Rma view(Rma rma) {
    return World.done(world.claims.returns().view(World.SHOP, rma.id()).join()).rma();
  }

  private Answer<RmaView> dispose(Rma rma, Disposition to) {
    return world.claims.returns().dispose(World.SHOP, rma.id(), to).join();
  }

  private void look(Rma rma, Verdict verdict) {
    Rma.Findings findings = new Rma.Findings(verdict, "", Map.of());
    World.done(world.claims.returns().inspect(World.SHOP, rma.id(), findings).join());
  }

  private static String code(Answer<?> answer) {
    return World.refused(answer).refusal().code().code();
  }

  private Rma received(CardId card) {
    return ReceivedGoods.of(world, card);
  }

  private CardId delivered() {
    return delivered(made());
  }

  private CardId delivered(CardId card) {
    act(card, Step.SHIPPED);
    act(card, Step.DELIVERED);
    return card;
  }

  private CardId made() {
    return made(List.of());
  }

  private CardId made(List<StationEvent.Finished> finished) {
    OrderLine line =
        new OrderLine(
            1, "W-1", "", "b-rigardz", World.line(1, "x").contact(), "", ChipOrder.USUAL, ORDERED);
    Placement placed =
        World.done(world.placeOrders.place(World.SHOP, World.key("order"), List.of(line)).join());
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(World.STATION, finished(world.verified("made", job, UID), finished));
    return CardId.parse(placed.cards().getFirst().cardId()).orElseThrow();
  }

  private static StationEvent finished(StationEvent made, List<StationEvent.Finished> finished) {
    StationEvent.Encoded encoded = Objects.requireNonNull(made.encoded());
    return new StationEvent(
        made.eventId(),
        made.jobId(),
        made.at(),
        made.kind(),
        new StationEvent.Encoded(
            encoded.uid(), encoded.model(), encoded.message(), 2, 18, finished),
        null);
  }
}
