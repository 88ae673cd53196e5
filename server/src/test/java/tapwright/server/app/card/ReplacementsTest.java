package tapwright.server.app.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.card.Mark;
import tapwright.core.tag.Uid;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.EncodeJob;
import tapwright.server.app.Answer;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.FinishReplacements;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.app.order.ReplaceCards.Reason;
import tapwright.server.app.order.ReplaceCards.Wish;
import tapwright.server.app.order.Replacement;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.hit.UsageCount;

/** Cards that take others' places, from the order for one to the day it is in use. */
class ReplacementsTest implements NewRecord {

  private static final String OLD = "04E141124C2880";
  private static final String NEW = "04E141124C2881";
  private static final String NEWER = "04E141124C2882";

  @TempDir private Path folder;
  private World world;
  private Card card;

  @BeforeEach
  void open() {
    world = new World(newRecord(folder));
    card = world.issued("A-1", OLD);
    tap(card, OLD, 3);
    card = now(card);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void replacement_isAnotherCardOfTheOrderWithASlugOfItsOwn() {
    Replacement made = World.done(replace(card, Reason.DAMAGED, "k1"));
    CardView successor = world.view(id(made));

    assertNotEquals(card.slug().value(), made.slug());
    assertEquals("A-1", made.order());
    assertEquals(card.id().toString(), made.replaces());
    assertEquals(card.target(), successor.card().target());
    assertEquals(world.view(card.id()).contact(), successor.contact());
    assertEquals(Optional.of(card.id()), successor.card().succession().replaces());
    assertEquals(Optional.of(id(made)), now(card).replacedBy());
    assertEquals(Set.of(Mark.REPLACEMENT_ORDERED), now(card).status().marks());
    CardHistory last = world.view(card.id()).history().getLast();
    assertEquals("replacement-ordered", last.kind());
    assertEquals(made.cardId(), last.detail());
    assertEquals("web shop", last.actor());
    assertEquals("shop", last.role());
    assertEquals("damaged: said so", last.cause());
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void lostAndStolen_stopAtOnce_theOthersWorkUntilTheNewOneIsInUse(Reason reason) {
    World.done(replace(card, reason, "k1"));

    boolean stops = reason == Reason.LOST || reason == Reason.STOLEN;
    assertEquals(stops ? Set.of(Hold.LOST) : Set.of(), now(card).status().holds());
    assertEquals(
        stops
            ? new HitAnswer.Page(HitAnswer.PageKind.SUSPENDED)
            : new HitAnswer.Redirect(card.target(), false),
        tap(card, OLD, 4));
  }

  /** The tap that brings the new card into use changes no other card; the old one follows. */
  @ParameterizedTest
  @EnumSource(Reason.class)
  void newCardInUse_isWhereTheOldSlugLeadsAndTheHitIsTheOldOnes(Reason reason) {
    Replacement made = World.done(replace(card, reason, "k1"));
    Card successor = make(made, NEW);
    World.done(world.runCards.leadTo(World.SHOP, successor.id(), "https://example.com/new").join());
    HitAnswer before = tap(card, OLD, 4);
    tap(successor, NEW, 3);

    assertNotEquals(new HitAnswer.Redirect("https://example.com/new", false), before);
    assertEquals(new HitAnswer.Redirect("https://example.com/new", false), tap(card, OLD, 5));
    assertEquals(CardState.ACTIVE, now(card).status().state());
    assertEquals(1, duties().round().join());
    assertEquals(0, duties().round().join());
    assertEquals(CardState.REPLACED, now(card).status().state());
    assertEquals(Set.of(), now(card).status().marks());
    assertEquals(new HitAnswer.Redirect("https://example.com/new", false), tap(card, OLD, 6));
    assertEquals(4, taps(card));
    assertEquals(1, taps(successor));
  }

  @Test
  void newCardActivatedByStaff_replacesTheOldOneInTheSameWork() {
    Card successor = make(World.done(replace(card, Reason.DEFECTIVE, "k1")), NEW);

    World.done(world.runCards.act(World.SHOP, successor.id(), World.act(Step.ACTIVATED)).join());

    assertEquals(CardState.REPLACED, now(card).status().state());
    assertEquals("replaced", world.view(card.id()).history().getLast().kind());
    assertEquals("web shop", world.view(card.id()).history().getLast().actor());
    assertEquals(
        Optional.empty(), liveWith(OLD), "a card that was replaced leaves its chip to others");
  }

  @Test
  void secondReplacement_isRefusedWhileOneIsOpen() {
    World.done(replace(card, Reason.DAMAGED, "k1"));

    assertEquals(
        "card-replacement-open",
        World.refused(replace(card, Reason.LOST, "k2")).refusal().code().code());
    assertEquals(2, cardsOfOrder());
  }

  @Test
  void sameKey_givesTheSameCardAgainAndNoOther() {
    Replacement first = World.done(replace(card, Reason.LOST, "k1"));

    assertEquals(first, World.done(replace(card, Reason.LOST, "k1")));
    assertEquals(2, cardsOfOrder());
    assertEquals(
        "idempotency-key-reused",
        World.refused(replace(world.view(id(first)).card(), Reason.LOST, "k1"))
            .refusal()
            .code()
            .code());
  }

  @Test
  void versionThatIsOver_isRefused() {
    Wish wish = new Wish(new SeenCard(card.id(), Optional.of(card.version() - 1)), Reason.LOST, "");

    assertEquals(
        "card-changed",
        World.refused(world.replaceCards.replace(World.SHOP, World.key("k1"), wish).join())
            .refusal()
            .code()
            .code());
  }

  @Test
  void newCardRevokedBeforeItWasInUse_leavesTheOldOneAsItWas() {
    Replacement made = World.done(replace(card, Reason.DAMAGED, "k1"));
    World.done(world.runCards.act(World.SHOP, id(made), World.act(Step.REVOKED)).join());

    Card after = now(card);
    assertEquals(Optional.empty(), after.replacedBy());
    assertEquals(Set.of(), after.status().marks());
    assertEquals(CardState.ACTIVE, after.status().state());
    assertEquals("replacement-cancelled", world.view(card.id()).history().getLast().kind());
    assertEquals(new HitAnswer.Redirect(card.target(), false), tap(card, OLD, 4));
    World.done(replace(card, Reason.DAMAGED, "k2"));
  }

  /** The replacement is lost on its way, before anybody used it. */
  @Test
  void replacementOfAReplacement_isWhereBothOldSlugsLead() {
    Card second = make(World.done(replace(card, Reason.DAMAGED, "k1")), NEW);
    Card third = make(World.done(replace(second, Reason.LOST, "k2")), NEWER);

    World.done(world.runCards.act(World.SHOP, third.id(), World.act(Step.ACTIVATED)).join());

    assertEquals(CardState.REPLACED, now(second).status().state());
    assertEquals(CardState.REPLACED, now(card).status().state());
    assertEquals(new HitAnswer.Redirect(third.target(), false), tap(card, OLD, 4));
  }

  /** A tap says nothing to other cards, so its word may come when the new card is stopped again. */
  @Test
  void newCardRevokedAfterItsFirstTap_doesNotBringTheOldOneBack() {
    Card successor = make(World.done(replace(card, Reason.DAMAGED, "k1")), NEW);
    tap(successor, NEW, 3);

    World.done(world.runCards.act(World.SHOP, successor.id(), World.act(Step.REVOKED)).join());

    assertEquals(CardState.REPLACED, now(card).status().state());
    assertEquals(0, duties().round().join());
  }

  /** Whichever of them is finished first, the other may have changed by that. */
  @Test
  void replacementsOfARowThatWereTapped_areFinishedInOneRound() {
    for (int row = 1; row <= 6; row++) {
      String uid = "04E14112%02X%02X%02X";
      Card first = world.issued("R-" + row, uid.formatted(row, 1, 0));
      Card second =
          make(World.done(replace(first, Reason.DAMAGED, "a" + row)), uid.formatted(row, 2, 0));
      Card third =
          make(World.done(replace(second, Reason.DAMAGED, "b" + row)), uid.formatted(row, 3, 0));
      tap(second, uid.formatted(row, 2, 0), 3);
      tap(third, uid.formatted(row, 3, 0), 3);
      duties().round().join();

      assertEquals(CardState.REPLACED, now(first).status().state());
      assertEquals(CardState.REPLACED, now(second).status().state());
      assertEquals(CardState.ACTIVE, now(third).status().state());
    }
  }

  @Test
  void newCardThatIsSuspended_leadsNowhereUntilItIsReleased() {
    Card successor = make(World.done(replace(card, Reason.DAMAGED, "k1")), NEW);
    World.done(world.runCards.act(World.SHOP, successor.id(), World.act(Step.ACTIVATED)).join());
    World.done(
        world
            .runCards
            .act(World.SHOP, successor.id(), World.act(new CardEvent.Held(Hold.DISPUTE)))
            .join());

    assertEquals(new HitAnswer.Page(HitAnswer.PageKind.NO_TARGET), tap(card, OLD, 4));
  }

  @Test
  void cardThatWasNeverGivenOut_isNotReplaced() {
    CardId blank = CardId.parse(world.order("A-2", 1).cards().getFirst().cardId()).orElseThrow();

    Answer<Replacement> answer = replace(world.view(blank).card(), Reason.LOST, "k1");

    assertEquals("card-step-not-allowed", World.refused(answer).refusal().code().code());
  }

  private Answer<Replacement> replace(Card which, Reason reason, String key) {
    Wish wish = new Wish(new SeenCard(which.id(), Optional.empty()), reason, "said so");
    return world.replaceCards.replace(World.SHOP, World.key(key), wish).join();
  }

  /** The card made by a station and given out. */
  private Card make(Replacement made, String uid) {
    EncodeJob job =
        world.lease(World.STATION, 10).stream()
            .filter(one -> one.jobId().equals(made.jobId()))
            .findFirst()
            .orElseThrow();
    world.report(World.STATION, world.verified("made-" + uid, job, uid));
    return World.done(world.runCards.act(World.SHOP, id(made), World.act(Step.ISSUED)).join());
  }

  private DoDuties duties() {
    return new DoDuties(world.store, List.of(new FinishReplacements()), "node", world.clock);
  }

  private HitAnswer tap(Card of, String uid, int counter) {
    world.clock.advance(Duration.ofMinutes(1));
    return world.hit(of.slug(), LinkKind.CHIP, "%sx%06X".formatted(uid, counter), false);
  }

  private Card now(Card of) {
    return world.view(of.id()).card();
  }

  private long taps(Card of) {
    return world.view(of.id()).usage().stream()
        .filter(count -> count.hitClass() == HitClass.TAP)
        .mapToLong(UsageCount::count)
        .sum();
  }

  private Optional<CardId> liveWith(String uid) {
    return world
        .store
        .readAcrossSellers(records -> records.cards().liveWith(Uid.ofHex(uid)))
        .join();
  }

  private int cardsOfOrder() {
    return world
        .store
        .read(
            World.SHOP.seller(),
            records -> records.cards().ofOrder(World.SHOP.seller(), card.orderId()))
        .join()
        .size();
  }

  private static CardId id(Replacement made) {
    return CardId.parse(made.cardId()).orElseThrow();
  }
}
