package tapwright.server.app.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.card.Mark;
import tapwright.core.card.Tier;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.tag.Uid;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.UidReply;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Answer;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.ExpireCards;
import tapwright.server.app.duty.PlaceEvents;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.app.hit.ShareContact;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.ReplaceCards;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardFilter;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.duty.OutEvent;

/** Cards that are out: other contacts, the end of their time, back to stock, changed twice. */
class FieldCardsTest implements NewRecord {

  private static final String UID = "04E141124C2880";
  private static final WireContact OTHER =
      new WireContact("Another Sample", "", "", "", "another@example.com", "");

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
  void contactOnTheLinkAlone_isAnotherAtOnceAndNoChipIsStale() {
    Card card = world.issued("A-1", UID);

    Card changed = World.done(change(card, OTHER));

    assertEquals(Optional.of(OTHER), world.view(card.id()).contact());
    assertEquals(Set.of(), changed.status().marks());
    assertEquals("contact-set", world.view(card.id()).history().getLast().kind());
    assertEquals("", world.view(card.id()).history().getLast().detail());
    assertEquals(
        List.of(card.id()), ids(world.findCards.search(World.SHOP.seller(), "another", 10).join()));
  }

  @Test
  void contactOnTheChip_isStaleUntilTheChipHoldsItAgain() {
    Card card = withContactOnChip(world.order("A-1", 1).cards().getFirst().cardId());
    WireContact before = world.view(card.id()).contact().orElseThrow();

    assertEquals(Set.of(Mark.CONTENT_STALE), World.done(change(card, OTHER)).status().marks());
    assertEquals(List.of(card.id()), ids(stale()));
    assertEquals(Set.of(), World.done(change(card, before)).status().marks());
    assertEquals(List.of(), stale());
  }

  @Test
  void chipWrittenAnew_isSaidByStaff() {
    Card card = withContactOnChip(world.order("A-1", 1).cards().getFirst().cardId());
    World.done(change(card, OTHER));

    Card rewritten =
        World.done(
            world.runCards.act(World.SHOP, card.id(), World.act(Step.CONTENT_REWRITTEN)).join());

    assertEquals(Set.of(), rewritten.status().marks());
    assertEquals(
        Bytes.EMPTY,
        rewritten.chip().orElseThrow().messageHash(),
        "nobody here has read what it holds, so that nothing is compared with it");
  }

  /** A station works with what it was told, for hours and without network. */
  @Test
  void contactChangedWhileAStationHasTheJob_isStaleOnTheChipItMakes() {
    CardId id = CardId.parse(world.order("A-1", 1).cards().getFirst().cardId()).orElseThrow();
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    World.done(change(world.view(id).card(), OTHER));

    world.report(World.STATION, world.verified("e1", job.jobId(), UID, message(job)));

    assertEquals(CardState.VERIFIED, world.view(id).card().status().state());
    assertEquals(Set.of(Mark.CONTENT_STALE), world.view(id).card().status().marks());
  }

  @Test
  void contactThatNoCardMayHave_isRefusedFieldByField() {
    Card card = world.issued("A-1", UID);
    WireContact odd = new WireContact(" ", "", "", "call me", "nobody", "");

    Answer.Refused<?> refused = World.refused(change(card, odd));

    assertEquals("contact-invalid", refused.refusal().code().code());
    assertEquals(
        List.of("name", "phone", "email"),
        refused.fields().stream().map(field -> field.field()).toList());
    assertEquals(1, world.view(card.id()).history().size() - 1);
  }

  @Test
  void contactOfACardAtItsEnd_stays() {
    Card card = world.issued("A-1", UID);
    World.done(world.runCards.act(World.SHOP, card.id(), World.act(Step.REVOKED)).join());

    assertEquals("card-step-not-allowed", code(change(card, OTHER)));
  }

  @Test
  void timeThatIsOver_endsTheCardOnceAndTellsIt() {
    Card card = world.issued("A-1", UID);
    Instant end = World.START.plus(Duration.ofDays(1));
    World.done(world.runCards.expireAt(World.SHOP, seen(card), Optional.of(end)).join());
    DoDuties duties = duties("first");

    assertEquals(0, duties.round().join());
    world.clock.advance(Duration.ofDays(1));
    assertEquals(2, duties.round().join() + duties("second").round().join());
    assertEquals(0, duties.round().join());

    CardHistory last = world.view(card.id()).history().getLast();
    assertEquals("expired", last.kind());
    assertEquals(end, last.at());
    assertEquals(CardState.EXPIRED, world.view(card.id()).card().status().state());
    assertEquals(
        new HitAnswer.Page(HitAnswer.PageKind.REVOKED),
        world.hit(card.slug(), LinkKind.CHIP, UID + "x000003", false));
    OutEvent told = told().getFirst();
    assertEquals("card.expired", told.kind());
    assertEquals(
        "{\"cardId\":\"%s\",\"expiresAt\":\"%s\"}".formatted(card.id(), end), told.payload());
  }

  @Test
  void timeThatWasOrdered_isTheCards() {
    Instant end = World.START.plus(Duration.ofDays(1));
    OrderLine usual = World.line(1, "A-1");
    OrderLine line =
        new OrderLine(
            1,
            usual.order(),
            "",
            "",
            usual.contact(),
            "",
            ChipOrder.USUAL,
            Map.of(),
            Optional.of(end),
            "");

    String placed =
        World.done(world.placeOrders.place(World.SHOP, World.key("A-1"), List.of(line)).join())
            .cards()
            .getFirst()
            .cardId();

    assertEquals(
        Optional.of(end), world.view(CardId.parse(placed).orElseThrow()).card().expiresAt());
  }

  @Test
  void timeThatNoCalendarHas_isRefused() {
    Card card = world.issued("A-1", UID);

    assertEquals(
        "instant-outside",
        code(world.runCards.expireAt(World.SHOP, seen(card), Optional.of(Instant.MAX)).join()));
  }

  /** A replacement has the end of the card whose place it takes, and both come to it at once. */
  @Test
  void cardAndItsReplacement_endInOneRound() {
    for (int pair = 1; pair <= 6; pair++) {
      Card card = world.issued("P-" + pair, "04E14112%02X0100".formatted(pair));
      Instant end = world.clock.instant().plus(Duration.ofDays(1));
      World.done(world.runCards.expireAt(World.SHOP, seen(card), Optional.of(end)).join());
      SeenCard any = new SeenCard(card.id(), Optional.empty());
      ReplaceCards.Wish wish = new ReplaceCards.Wish(any, ReplaceCards.Reason.DAMAGED, "");
      CardId other =
          CardId.parse(
                  World.done(
                          world
                              .replaceCards
                              .replace(World.SHOP, World.key("p" + pair), wish)
                              .join())
                      .cardId())
              .orElseThrow();
      world.clock.advance(Duration.ofDays(2));
      duties("first").round().join();

      assertEquals(CardState.EXPIRED, world.view(card.id()).card().status().state());
      assertEquals(CardState.EXPIRED, world.view(other).card().status().state());
      assertEquals(Set.of(), world.view(card.id()).card().status().marks());
    }
  }

  @Test
  void timeThatWasTakenBack_endsNothing() {
    Card card = world.issued("A-1", UID);
    Instant end = World.START.plus(Duration.ofDays(1));
    World.done(world.runCards.expireAt(World.SHOP, seen(card), Optional.of(end)).join());
    World.done(world.runCards.expireAt(World.SHOP, seen(card), Optional.empty()).join());
    world.clock.advance(Duration.ofDays(2));

    assertEquals(0, duties("first").round().join());
    assertEquals("never", world.view(card.id()).history().getLast().detail());
  }

  @Test
  void freeTier_leadsOnAsBefore() {
    Card card = world.issued("A-1", UID);
    World.done(
        world
            .runCards
            .act(World.SHOP, card.id(), World.act(new CardEvent.TierSet(Tier.FREE)))
            .join());

    assertEquals(
        new HitAnswer.Redirect(card.target(), false),
        world.hit(card.slug(), LinkKind.CHIP, UID + "x000003", false));
  }

  @Test
  void chipBackInStock_becomesAnotherCard() {
    Card card = world.issued("A-1", UID);
    World.done(world.runCards.act(World.SHOP, card.id(), World.act(Step.REVOKED)).join());
    assertEquals(UidReply.Standing.REVOKED, standing());

    World.done(world.runCards.act(World.SHOP, card.id(), World.act(Step.RESTOCKED)).join());

    assertEquals(UidReply.Standing.FREE, standing());
    Card next = world.issued("A-2", UID);
    assertEquals(CardState.ISSUED, next.status().state());
    assertEquals(UidReply.Standing.LIVE, standing());
    assertEquals(
        new HitAnswer.Page(HitAnswer.PageKind.REVOKED),
        world.hit(card.slug(), LinkKind.CHIP, UID + "x000003", false));
  }

  @Test
  void versionThatWasSeen_holdsUntilSomebodyElseChangesTheCard() {
    Card card = world.issued("A-1", UID);
    CardAct hold =
        new CardAct(
            new CardEvent.Held(Hold.LOST), Optional.of(card.version()), "", Optional.empty());
    World.done(world.runCards.leadTo(World.SHOP, card.id(), "https://example.com/9").join());

    Answer.Refused<?> refused =
        World.refused(world.runCards.act(World.SHOP, card.id(), hold).join());

    assertEquals(
        "version is %d, allowed is %d, which card %s has by now; look at it again"
            .formatted(card.version(), card.version() + 1, card.id()),
        refused.refusal().message());
  }

  @Test
  void eventWithAKey_happensOnceHoweverOftenItIsSent() {
    Card card = world.issued("A-1", UID);
    CardAct hold = World.act(new CardEvent.Held(Hold.LOST));

    Card held = World.done(once(card, hold));
    Card again = World.done(once(card, hold));

    assertEquals(held, again);
    Card other = world.issued("A-2", "04E141124C2881");
    assertEquals("idempotency-key-reused", code(once(other, hold)));
  }

  private Answer<Card> once(Card card, CardAct act) {
    return world.runCards.actOnce(World.SHOP, World.key("k1"), card.id(), act).join();
  }

  private Answer<Card> change(Card card, WireContact contact) {
    return world.changeContact.change(World.SHOP, seen(card), contact).join();
  }

  private static SeenCard seen(Card card) {
    return new SeenCard(card.id(), Optional.empty());
  }

  private static String code(Answer<?> answer) {
    return World.refused(answer).refusal().code().code();
  }

  private static List<CardId> ids(List<CardView> cards) {
    return cards.stream().map(view -> view.card().id()).toList();
  }

  private List<CardView> stale() {
    return world
        .findCards
        .list(new CardFilter(World.SHOP.seller(), "", "", Optional.of(Mark.CONTENT_STALE), 0, 10))
        .join();
  }

  private UidReply.Standing standing() {
    return world.askUid.ask(World.STATION, Uid.ofHex(UID)).join().standing();
  }

  private DoDuties duties(String node) {
    return new DoDuties(
        world.store, List.of(new ExpireCards(), new PlaceEvents()), node, world.clock);
  }

  private List<OutEvent> told() {
    return world.store.readAcrossSellers(records -> records.outbox().next("test", 10)).join();
  }

  /** A card whose chip has the contact beside the link. */
  private Card withContactOnChip(String cardId) {
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(World.STATION, world.verified("made", job.jobId(), UID, message(job)));
    CardId id = CardId.parse(cardId).orElseThrow();
    return World.done(world.runCards.act(World.SHOP, id, World.act(Step.ISSUED)).join());
  }

  private static NdefMessage message(EncodeJob job) {
    WireContact wire = job.contact();
    if (wire == null) {
      throw new AssertionError("a job without a contact");
    }
    Link link = new Link(job.link() + "?m=" + CardMessages.MIRROR_PLACEHOLDER);
    return NdefMessage.of(link.record(), contact(wire).record());
  }

  private static Contact contact(WireContact wire) {
    return switch (ShareContact.contact(wire)) {
      case Checked.Passed<Contact>(Contact contact) -> contact;
      case Checked.Refused<Contact> refused -> throw new AssertionError(refused);
    };
  }
}
