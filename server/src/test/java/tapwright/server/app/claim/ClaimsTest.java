package tapwright.server.app.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.library.Packs;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.StationEvent;
import tapwright.server.app.Answer;
import tapwright.server.app.FieldError;
import tapwright.server.app.MarredLedger;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.card.CardAct;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.record.card.Card;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.hit.UsageCount;

class ClaimsTest implements NewRecord {

  private static final String UID = "04E141124C2880";
  private static final Map<String, String> MONTHLY =
      Map.of("line", "subscription", "term", "monthly", "price", "49.00 INR");

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
  void refundInTheFirstWeek_isFullUnderFiftyTapsAndNotAbove() {
    Card card = given("b-rigardz", MONTHLY);
    tap(card, 1, 49);
    StoredClaim under = World.done(refund(card, "k1", Map.of()));
    tap(card, 50, 51);
    StoredClaim above = World.done(refund(card, "k2", Map.of()));

    assertEquals("full-refund", under.outcome());
    assertTrue(under.decision().toUtf8().contains("B1"), under.decision().toUtf8());
    assertEquals("deny", above.outcome());
    assertTrue(above.decision().toUtf8().contains("/by/0/clause B2"), above.decision().toUtf8());
    assertTrue(above.explanation().size() >= 3, above.explanation().toString());
    assertEquals(
        List.of(under, above), World.done(world.decideClaims.of(World.SHOP, card.id()).join()));
  }

  @Test
  void replaysPreviewsAndRepeats_areNotUsedAgainstTheCustomer() {
    Card card = given("b-rigardz", MONTHLY);
    tap(card, 1, 49);
    for (int i = 0; i < 30; i++) {
      world.hit(card.slug(), LinkKind.CHIP, "%sx%06X".formatted(UID, 10), false);
      world.hit(card.slug(), LinkKind.PRINT, "", true);
      world.clock.advance(Duration.ofSeconds(1));
    }

    assertEquals("full-refund", World.done(refund(card, "k1", Map.of())).outcome());
  }

  @Test
  void activatedAndReceived_isDeniedByItsClause() {
    Card card =
        given(
            "a-smart-card-generator",
            Map.of("line", "card", "purchasedAt", "2026-03-01T09:00:00+05:30"));
    world.clock.advance(Duration.ofHours(1));
    World.done(
        world.runCards.act(World.SHOP, card.id(), World.act(CardEvent.Step.DELIVERED)).join());
    tap(card, 1, 1);
    world.clock.advance(Duration.ofHours(1));

    StoredClaim claim = World.done(refund(card, "k1", Map.of()));

    assertEquals("deny", claim.outcome());
    assertTrue(claim.decision().toUtf8().contains("A4"), claim.decision().toUtf8());
    assertTrue(claim.facts().toUtf8().contains("contentMatchesOrder true"));
    assertTrue(claim.facts().toUtf8().contains("purchasedAt 2026-03-01T03:30:00Z"));
  }

  @Test
  void whatTheClaimSays_goesBeforeTheRecord() {
    Card card = given("a-smart-card-generator", Map.of("line", "card"));

    StoredClaim claim =
        World.done(refund(card, "k1", Map.of("contentMatchesOrder", "false", "cause", "seller")));

    assertTrue(claim.facts().toUtf8().contains("contentMatchesOrder false"));
    assertTrue(claim.decision().toUtf8().contains("A8"), claim.decision().toUtf8());
  }

  @Test
  void theSameKey_decidesOnce() {
    Card card = given("b-rigardz", MONTHLY);
    StoredClaim first = World.done(refund(card, "k1", Map.of()));
    world.clock.advance(Duration.ofDays(30));

    assertEquals(first, World.done(refund(card, "k1", Map.of())));
    assertEquals(first, World.done(world.decideClaims.find(World.SHOP, first.id()).join()));
    assertEquals(1, World.done(world.decideClaims.of(World.SHOP, card.id()).join()).size());
  }

  @Test
  void claimsOfOneKeyAtOnce_areDecidedOnce() {
    Card card = given("b-rigardz", MONTHLY);
    List<CompletableFuture<Answer<StoredClaim>>> asked =
        IntStream.range(0, 8)
            .mapToObj(i -> world.decideClaims.decide(World.SHOP, World.key("k1"), request(card)))
            .toList();

    assertEquals(1, asked.stream().map(CompletableFuture::join).distinct().count());
    assertEquals(1, World.done(world.decideClaims.of(World.SHOP, card.id()).join()).size());
  }

  /** So that no hit waits while the uses of a large account are counted. */
  @Test
  void usesAreCounted_besideWhoeverWrites() {
    Card card = given("b-rigardz", MONTHLY);
    tap(card, 1, 51);
    DecideClaims claims =
        new DecideClaims(
            MarredLedger.countingNothingInWorks(world.store), named("CLAIM1"), world.clock);

    StoredClaim claim =
        World.done(claims.decide(World.SHOP, World.key("k1"), request(card)).join());

    assertEquals("deny", claim.outcome());
    assertEquals(claim, World.done(claims.find(World.SHOP, "CLAIM1").join()));
  }

  private ClaimMeans named(String claimId) {
    return new ClaimMeans(
        Packs.shipped(), () -> claimId, world.claimMeans.seal(), ClaimTerms.USUAL);
  }

  private static ClaimRequest request(Card card) {
    return new ClaimRequest(
        card.id(),
        ClaimKind.REFUND,
        Reason.CHANGE_OF_MIND,
        Optional.empty(),
        EnumSet.allOf(Evidence.class),
        Map.of());
  }

  @Test
  void factsThatAreNone_areRefusedWithTheirNames() {
    Card card = given("b-rigardz", MONTHLY);

    assertEquals(
        List.of(new FieldError(0, "facts.price", "many", "an amount and a currency as 49.00 INR")),
        World.refused(refund(card, "k1", Map.of("price", "many"))).fields());
    assertEquals(
        "facts.mood",
        World.refused(refund(card, "k1", Map.of("mood", "bad"))).fields().getFirst().field());
  }

  @Test
  void anOrderWithoutAPack_isRefusedAndAnUnknownPackIsNotOrdered() {
    Card card = given("", Map.of());

    assertEquals(
        "order C- names no pack; allowed are orders with a pack",
        World.refused(refund(card, "k1", Map.of())).refusal().message());
    Answer<Placement> unknown =
        world
            .placeOrders
            .place(World.SHOP, World.key("x"), List.of(line("no-such", Map.of())))
            .join();
    assertEquals("pack", World.refused(unknown).fields().getFirst().field());
  }

  @Test
  void aClaimAheadOfOurClock_isDecidedAtNowOrRefused() {
    Card card = given("b-rigardz", MONTHLY);
    Instant last = World.START.plus(Duration.ofMinutes(5));

    StoredClaim skewed = World.done(refund(card, "k1", Optional.of(last), Map.of()));
    Answer<StoredClaim> later = refund(card, "k2", Optional.of(last.plusSeconds(1)), Map.of());

    assertEquals(World.START, skewed.at());
    assertEquals(
        "at is 2026-03-02T08:05:01Z, allowed is 2000-01-01T00:00:00Z to 2026-03-02T08:05:00Z",
        World.refused(later).refusal().message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-02T08:05:01Z", "1999-12-31T23:59:59Z"})
  void anEventThatCannotHaveHappenedThen_isRefused(String at) {
    Card card = given("b-rigardz", MONTHLY);
    CardAct act = new CardAct(CardEvent.Step.DELIVERED, "", Optional.of(Instant.parse(at)));

    Answer<Card> answer = world.runCards.act(World.SHOP, card.id(), act).join();

    assertEquals("instant-outside", World.refused(answer).refusal().code().code());
  }

  @Test
  void tapsBeforeTheCardWasGivenOut_areNotUsedAgainstTheCustomer() {
    Card card = made("b-rigardz", MONTHLY);
    tap(card, 1, 60);
    World.done(world.runCards.act(World.SHOP, card.id(), World.act(CardEvent.Step.ISSUED)).join());
    tap(card, 61, 61);

    StoredClaim claim = World.done(refund(card, "k1", Map.of()));

    assertEquals(List.of(new UsageCount(HitClass.TAP, 61)), world.view(card.id()).usage());
    assertEquals("full-refund", claim.outcome());
  }

  /** Its answer is on record, so it waits for nobody who writes. */
  @Test
  void aKeyThatIsSentAgain_isAnsweredWithoutAWork() {
    Card card = given("b-rigardz", MONTHLY);
    StoredClaim first = World.done(refund(card, "k1", Map.of()));
    DecideClaims claims =
        new DecideClaims(new LedgerThatIsReadOnly(world.store), named("CLAIM1"), world.clock);

    assertEquals(
        first, World.done(claims.decide(World.SHOP, World.key("k1"), request(card)).join()));
  }

  private Answer<StoredClaim> refund(Card card, String key, Map<String, String> facts) {
    return refund(card, key, Optional.empty(), facts);
  }

  private Answer<StoredClaim> refund(
      Card card, String key, Optional<Instant> at, Map<String, String> facts) {
    return refund(world, card, key, at, facts);
  }

  static Answer<StoredClaim> refund(World world, Card card, String key) {
    return refund(world, card, key, Optional.empty(), Map.of());
  }

  static Answer<StoredClaim> refund(
      World world, Card card, String key, Optional<Instant> at, Map<String, String> facts) {
    return world
        .decideClaims
        .decide(
            World.SHOP,
            World.key(key),
            new ClaimRequest(
                card.id(),
                ClaimKind.REFUND,
                Reason.CHANGE_OF_MIND,
                at,
                EnumSet.allOf(Evidence.class),
                facts))
        .join();
  }

  private static OrderLine line(String pack, Map<String, String> facts) {
    return new OrderLine(
        1, "C-" + pack, pack, World.line(1, "x").contact(), "", ChipOrder.USUAL, facts);
  }

  /** A card of an order under the pack, made and given out. */
  private Card given(String pack, Map<String, String> facts) {
    return issued(made(pack, facts));
  }

  private Card issued(Card card) {
    return World.done(
        world.runCards.act(World.SHOP, card.id(), World.act(CardEvent.Step.ISSUED)).join());
  }

  /** A station without network reports late; what happened counts from when it happened. */
  @Test
  void stationEventADayLate_countsByWhenItHappened() {
    Card card = issued(made("b-rigardz", MONTHLY, Duration.ofDays(1)));
    StoredClaim claim = World.done(refund(card, "k1", Map.of()));

    assertTrue(claim.facts().toUtf8().contains("processedAt " + World.START));
    assertEquals(World.START.plus(Duration.ofDays(1)), claim.at());
  }

  private Card made(String pack, Map<String, String> facts) {
    return made(pack, facts, Duration.ZERO);
  }

  private Card made(String pack, Map<String, String> facts, Duration reportedAfter) {
    Placement placement =
        World.done(
            world
                .placeOrders
                .place(World.SHOP, World.key("order"), List.of(line(pack, facts)))
                .join());
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    StationEvent event = world.verified("e", job, UID);
    world.clock.advance(reportedAfter);
    world.report(World.STATION, event);
    CardId id = CardId.parse(placement.cards().getFirst().cardId()).orElseThrow();
    return world.view(id).card();
  }

  /** Taps a second apart, with these numbers above the station's own reads. */
  private void tap(Card card, int from, int to) {
    for (int i = from; i <= to; i++) {
      world.hit(card.slug(), LinkKind.CHIP, "%sx%06X".formatted(UID, 2 + i), false);
      world.clock.advance(Duration.ofSeconds(1));
    }
  }
}
