package tapwright.server.app.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.policy.explain.Cuts;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.fact.TapKinds;
import tapwright.core.policy.fact.Usage;
import tapwright.core.tap.Assurance;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.core.tap.Reason;
import tapwright.core.tap.Verdict;
import tapwright.core.wire.EncodeJob;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.record.card.Card;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.hit.HitEntries;
import tapwright.server.record.hit.HitKey;
import tapwright.server.record.hit.StoredHit;
import tapwright.server.record.hit.Uses;

class UsesTest implements NewRecord {

  private static final Duration LONGEST = Duration.ofDays(40);

  private static final KeepRecordSmall.Limits LIMITS =
      new KeepRecordSmall.Limits(Duration.ofDays(30), Duration.ofDays(400));

  @TempDir private Path folder;
  private World world;
  private final List<StoredHit> hits = new ArrayList<>();
  private final Map<CardId, Instant> givenOut = new HashMap<>();

  @BeforeEach
  void open() {
    world = new World(newRecord(folder));
  }

  @AfterEach
  void close() {
    world.close();
  }

  /**
   * Sums out of days and hits are what counting every hit gives, whatever the segments, and still
   * are when half of the hits have gone.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261122})
  void sums_areThoseOfEveryHitOfTheAccountSinceItsCardWasGivenOut(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Card> cards = new ArrayList<>();
    for (String account : List.of("north", "north", "south", "")) {
      cards.add(given(account, "order " + cards.size()));
      world.clock.advance(Duration.ofMillis(random.nextLong(LONGEST.toMillis() / 4)));
    }
    Card never = made("north", "order 9");
    record(Stream.concat(cards.stream(), Stream.of(never)).toList(), random);

    assertSums(cards, random);
    clearAfter(
        Duration.between(
            world.clock.instant(), World.START.plus(LONGEST.dividedBy(2)).plus(LIMITS.instants())));
    assertSums(cards, random);
  }

  private void assertSums(List<Card> cards, RandomGenerator random) {
    for (int round = 0; round < 40; round++) {
      List<Cuts.Segment> segments = segments(random);
      assertEquals(
          expected(segments, List.of(cards.get(0), cards.get(1))),
          sums(cards.get(random.nextInt(2)), segments));
      assertEquals(expected(segments, List.of(cards.get(2))), sums(cards.get(2), segments));
      assertEquals(expected(segments, List.of(cards.get(3))), sums(cards.get(3), segments));
    }
  }

  private void record(List<Card> cards, RandomGenerator random) {
    for (int i = 0; i < 3_000; i++) {
      Card card = cards.get(random.nextInt(cards.size()));
      boolean crowded = random.nextInt(3) == 0;
      Duration since = Duration.ofMillis(random.nextLong(LONGEST.toMillis()));
      Instant at = World.START.plus(crowded ? since.dividedBy(500) : since);
      hits.add(
          new StoredHit(
              new HitKey(card.id(), at, i),
              card.seller(),
              LinkKind.CHIP,
              new Verdict(
                  any(HitClass.values(), random),
                  any(Assurance.values(), random),
                  random.nextInt(4) == 0 ? Reason.QUICK_SUCCESSION : Reason.CHIP_LINK,
                  Verdict.NO_COUNTER),
              0,
              0,
              ""));
    }
    for (int i = 0; i < hits.size(); i += 500) {
      HitEntries batch = new HitEntries(hits.subList(i, i + 500), List.of());
      world
          .store
          .writeAcrossSellers(
              records -> {
                records.hits().add(batch);
                return true;
              })
          .join();
    }
  }

  /** Cut at instants of hits too, on whole hours and on midnights. */
  private List<Cuts.Segment> segments(RandomGenerator random) {
    TreeSet<Instant> cuts = new TreeSet<>();
    for (int i = random.nextInt(1, 5); i >= 0; i--) {
      Instant at = hits.get(random.nextInt(hits.size())).key().at();
      long unit = List.of(1L, 3_600_000L, 86_400_000L).get(random.nextInt(3));
      cuts.add(Instant.ofEpochMilli(at.toEpochMilli() / unit * unit));
    }
    List<Cuts.Segment> segments = new ArrayList<>();
    Instant from = Instant.EPOCH;
    for (Instant cut : cuts) {
      segments.add(new Cuts.Segment(from, cut));
      from = cut;
    }
    return segments;
  }

  private List<Usage.Use> expected(List<Cuts.Segment> segments, List<Card> cards) {
    return segments.stream()
        .map(segment -> counted(segment, cards))
        .filter(use -> use.taps() + use.shares() > 0)
        .toList();
  }

  private Usage.Use counted(Cuts.Segment segment, List<Card> cards) {
    List<StoredHit> inside =
        cards.stream()
            .flatMap(card -> hits.stream().filter(hit -> isUseOf(card, hit)))
            .filter(hit -> !hit.key().at().isBefore(segment.from()))
            .filter(hit -> hit.key().at().isBefore(segment.to()))
            .toList();
    Predicate<StoredHit> tap = hit -> hit.verdict().hitClass() == HitClass.TAP;
    return new Usage.Use(
        segment.standIn(),
        count(inside, tap),
        count(inside, tap.negate()),
        new TapKinds(
            count(inside, tap.and(hit -> hit.verdict().assurance() == Assurance.SIGNED)),
            count(inside, tap.and(hit -> hit.verdict().assurance() == Assurance.MIRRORED)),
            count(inside, tap.and(hit -> hit.verdict().assurance() == Assurance.BARE)),
            count(inside, tap.and(hit -> hit.verdict().reason() == Reason.QUICK_SUCCESSION))));
  }

  private boolean isUseOf(Card card, StoredHit hit) {
    Instant since = givenOut.getOrDefault(card.id(), Instant.MAX);
    HitClass hitClass = hit.verdict().hitClass();
    return hit.key().card().equals(card.id())
        && (hitClass == HitClass.TAP || hitClass == HitClass.SHARE)
        && !hit.key().at().isBefore(since);
  }

  private static long count(List<StoredHit> hits, Predicate<StoredHit> which) {
    return hits.stream().filter(which).count();
  }

  @Test
  void unseenReads_areThoseOfAllCardsOfTheAccount() {
    Card one = given("north", "order 1");
    Card two = given("north", "order 2");
    Card other = given("south", "order 3");
    for (Card card : List.of(one, two, other)) {
      for (int counter : List.of(5, 6, 10)) {
        world.hit(card.slug(), LinkKind.CHIP, mirror(card, counter), false);
        world.clock.advance(Duration.ofMinutes(1));
      }
    }

    // The station's reads end with 2: 3 and 4, then 7 to 9, never came.
    assertEquals(5 + 5, uses(one, List.of()).unseenReads());
    assertEquals(5 + 5, uses(two, List.of()).unseenReads());
    assertEquals(5, uses(other, List.of()).unseenReads());
  }

  @Test
  void aClaim_countsTheCardsOfAllOrdersOfTheAccountAndOfNoOther() {
    Card one = given("north", "order 1");
    Card two = given("north", "order 2");
    Card other = given("south", "order 3");
    tap(one, 26);
    tap(two, 25);
    tap(other, 49);

    assertEquals("deny", decided(one, "k1").outcome());
    assertEquals("deny", decided(two, "k2").outcome());
    assertEquals("full-refund", decided(other, "k3").outcome());
  }

  @Test
  void ordersWithoutAnAccount_areEachOneOfTheirOwn() {
    Card one = given("", "order 1");
    Card two = given("", "order 2");
    tap(one, 26);
    tap(two, 25);

    assertEquals("full-refund", decided(one, "k1").outcome());
  }

  @Test
  void aDecision_tellsWhatItIsTakenFromAndNoticesReadsThatCouldTurnIt() {
    Card card = given("", "order 1");
    tap(card, 20);
    world.hit(card.slug(), LinkKind.CHIP, mirror(card, 60), false);
    world.clock.advance(Duration.ofMinutes(1));

    StoredClaim claim = decided(card, "k1");

    assertEquals("full-refund", claim.outcome());
    assertTrue(claim.shown().contains("\"notices\":[\"usage-may-be-higher\"]"), claim.shown());
    assertTrue(claim.shown().contains("\"unseenReads\":37"), claim.shown());
    assertTrue(claim.shown().contains("\"mirrored\":21"), claim.shown());
    assertTrue(
        claim.facts().toUtf8().contains(" 21 0 signed 0 mirrored 21 bare 0 quick 0\n"),
        claim.facts().toUtf8());
    assertTrue(claim.facts().toUtf8().contains("unseenReads 37\n"), claim.facts().toUtf8());
  }

  private StoredClaim decided(Card card, String key) {
    return World.done(ClaimsTest.refund(world, card, key));
  }

  private void tap(Card card, int taps) {
    tap(card, taps, 3);
  }

  private void tap(Card card, int taps, int firstCounter) {
    for (int i = 0; i < taps; i++) {
      world.hit(card.slug(), LinkKind.CHIP, mirror(card, firstCounter + i), false);
      world.clock.advance(Duration.ofMinutes(1));
    }
  }

  private static String mirror(Card card, int counter) {
    return "%sx%06X".formatted(card.chip().orElseThrow().uid(), counter);
  }

  private List<Usage.Use> sums(Card card, List<Cuts.Segment> segments) {
    return uses(card, segments).sums();
  }

  private Uses.AccountUses uses(Card card, List<Cuts.Segment> segments) {
    return uses(card, segments, CountedUses.USUAL);
  }

  private Uses.AccountUses uses(Card card, List<Cuts.Segment> segments, CountedUses counted) {
    return world
        .store
        .readAcrossSellers(
            records ->
                records
                    .uses()
                    .of(
                        records.orders().byId(card.seller(), card.orderId()).orElseThrow(),
                        segments,
                        counted))
        .join();
  }

  private Card given(String account, String order) {
    return giveOut(made(account, order));
  }

  private Card giveOut(Card card) {
    givenOut.put(card.id(), world.clock.instant());
    return World.done(
        world.runCards.act(World.SHOP, card.id(), World.act(CardEvent.Step.ISSUED)).join());
  }

  private Card made(String account, String order) {
    OrderLine line =
        new OrderLine(
            1,
            order.replace(' ', '-'),
            account,
            "b-rigardz",
            World.line(1, "x").contact(),
            "",
            ChipOrder.USUAL,
            Map.of("line", "subscription", "term", "monthly"));
    Placement placement =
        World.done(world.placeOrders.place(World.SHOP, World.key(order), List.of(line)).join());
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    String uid = "04E141124C28%s0".formatted(order.charAt(order.length() - 1));
    world.report(World.STATION, world.verified("made " + order, job, uid));
    CardId id = CardId.parse(placement.cards().getFirst().cardId()).orElseThrow();
    return world.view(id).card();
  }

  /** All uses came on the day on which the card was given out. */
  @Test
  void whenHitsHaveGone_aDecisionIsWhatItWas() {
    Card card = given("", "order 1");
    tap(card, 51);
    Optional<Instant> at = Optional.of(world.clock.instant());
    StoredClaim before = World.done(ClaimsTest.refund(world, card, "k1", at, Map.of()));
    assertEquals("deny", before.outcome());
    clearAfter(Duration.ofDays(401));
    StoredClaim after = World.done(ClaimsTest.refund(world, card, "k2", at, Map.of()));

    assertEquals(before.facts(), after.facts());
    assertEquals(before.decision(), after.decision());
  }

  /** As of hits that went before instants of uses were kept. */
  @Test
  void usesWhoseInstantsWereNotKept_areToldAndNoticed() throws SQLException {
    Card card = given("", "order 1");
    tap(card, 51);
    Optional<Instant> at = Optional.of(world.clock.instant());
    clearAfter(Duration.ofDays(401));
    forgetInstants();
    StoredClaim claim = World.done(ClaimsTest.refund(world, card, "k2", at, Map.of()));

    assertTrue(claim.shown().contains("\"notices\":[\"usage-may-be-higher\"]"), claim.shown());
    assertTrue(claim.shown().contains("\"unseenReads\":51"), claim.shown());
  }

  /** A day in which segments meet is told once, whatever their number. */
  @Test
  void aDayOfManySegmentsWithoutInstants_isToldOnceAndCountedInNone() throws SQLException {
    Card card = given("", "order 1");
    world.clock.advance(Duration.ofDays(2).plusMinutes(10));
    Instant first = world.clock.instant();
    tap(card, 5);
    clearAfter(Duration.ofDays(401));
    List<Cuts.Segment> segments =
        List.of(
            new Cuts.Segment(Instant.EPOCH, first),
            new Cuts.Segment(first, first.plusSeconds(60)),
            new Cuts.Segment(first.plusSeconds(60), first.plus(Duration.ofDays(2))));
    assertEquals(List.of(1L, 4L), sums(card, segments).stream().map(Usage.Use::taps).toList());
    forgetInstants();

    assertEquals(new Uses.AccountUses(List.of(), 5), uses(card, segments));
    assertEquals(
        0,
        uses(card, List.of(new Cuts.Segment(Instant.EPOCH, world.clock.instant()))).unseenReads());
  }

  /** What is not known of one card's first day takes nothing from the other's uses of that day. */
  @Test
  void usesOfAnotherCard_countOnTheDayOfAHandOutWithoutInstants() throws SQLException {
    Card old = given("north", "order 1");
    world.clock.advance(Duration.ofDays(5));
    Card fresh = given("north", "order 2");
    tap(old, 4);
    tap(fresh, 3);
    List<Cuts.Segment> months =
        List.of(new Cuts.Segment(Instant.EPOCH, Instant.parse("2026-05-01T00:00:00Z")));
    clearAfter(Duration.ofDays(401));
    forgetInstants();

    Uses.AccountUses uses = uses(fresh, months);
    assertEquals(List.of(4L), uses.sums().stream().map(Usage.Use::taps).toList());
    assertEquals(3, uses.unseenReads());
  }

  private void forgetInstants() throws SQLException {
    try (Connection record = url(folder).connect();
        PreparedStatement update = record.prepareStatement("UPDATE usage_day SET instants = ?")) {
      update.setBytes(1, new byte[0]);
      update.executeUpdate();
    }
  }

  /** By the clock, the card was tapped before it was given out. */
  @Test
  void tapsAfterTheClockJumpedBackBehindTheHandOut_areToldAndNoticed() {
    Card card = given("", "order 1");
    world.clock.advance(Duration.ofHours(-1));
    tap(card, 51);
    world.clock.advance(Duration.ofHours(1));
    Optional<Instant> at = Optional.of(world.clock.instant());
    StoredClaim claim = decided(card, "k1");

    assertEquals("full-refund", claim.outcome());
    assertTrue(claim.shown().contains("\"notices\":[\"usage-may-be-higher\"]"), claim.shown());
    assertTrue(claim.shown().contains("\"unseenReads\":51"), claim.shown());
    clearAfter(Duration.ofDays(401));
    assertEquals(
        claim.facts(), World.done(ClaimsTest.refund(world, card, "k2", at, Map.of())).facts());
  }

  /**
   * Two shares and three taps that may have been after the hand-out; counters 3 and 4 never came.
   */
  @Test
  void whatMayBeMissing_isToldOfTheClassesThatCount() {
    Card card = given("", "order 1");
    world.clock.advance(Duration.ofHours(-1));
    tap(card, 3, 5);
    world.hit(card.slug(), LinkKind.SHARE, "", false);
    world.hit(card.slug(), LinkKind.SHARE, "", false);
    world.clock.advance(Duration.ofHours(1));
    List<Cuts.Segment> all =
        List.of(new Cuts.Segment(Instant.EPOCH, world.clock.instant().plusSeconds(1)));

    assertEquals(3 + 2 + 2, uses(card, all).unseenReads());
    assertEquals(3 + 2, uses(card, all, new CountedUses(true, false)).unseenReads());
    assertEquals(2, uses(card, all, new CountedUses(false, true)).unseenReads());
  }

  /** More than an hour before the card was given out only its seller can have tried it. */
  @Test
  void whatTheSellerTriedBefore_isNoUseAndNotTold() {
    Card card = made("", "order 1");
    tap(card, 51);
    world.clock.advance(Duration.ofMinutes(61));
    giveOut(card);
    tap(card, 1, 54);
    List<Cuts.Segment> all =
        List.of(new Cuts.Segment(Instant.EPOCH, world.clock.instant().plusSeconds(1)));

    assertEquals(0, uses(card, all).unseenReads());
    assertEquals(new Uses.Used(1, 0), used(card));
  }

  @Test
  void usesOfOneCard_areItsOwnSinceItWasGivenOut() {
    Card card = given("north", "order 1");
    tap(given("north", "order 2"), 3);
    Card never = made("north", "order 3");
    world.hit(never.slug(), LinkKind.CHIP, mirror(never, 9), false);
    tap(card, 5);
    world.hit(card.slug(), LinkKind.SHARE, "", false);
    world.hit(card.slug(), LinkKind.PRINT, "", false);

    assertEquals(new Uses.Used(5, 1), used(card));
    assertEquals(new Uses.Used(0, 0), used(never));
  }

  private Uses.Used used(Card card) {
    return world
        .findCards
        .view(World.SHOP, card.id())
        .thenApply(World::done)
        .join()
        .used()
        .orElseThrow();
  }

  private void clearAfter(Duration kept) {
    world.clock.advance(kept);
    KeepRecordSmall keeping = new KeepRecordSmall(world.store, LIMITS, "node", world.clock);
    while (keeping.slice().join()) {
      world.clock.advance(Duration.ofMillis(1));
    }
  }

  private static <T> T any(T[] values, RandomGenerator random) {
    return values[random.nextInt(values.length)];
  }
}
