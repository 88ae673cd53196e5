package tapwright.server.app.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.server.app.World.SHOP;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Bytes;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.ndef.Contact;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.WireContact;
import tapwright.server.app.FutureWaiter;
import tapwright.server.app.MarredLedger;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.SellerSettings;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.record.Ledger;
import tapwright.server.record.StoreFault;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.SealedContact;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.record.seller.Activation;

/** The page that shows whose card it is, and the contact that it gives away. */
class SharesTest implements NewRecord {

  private static final String UID = "04E141124C2880";

  @TempDir private Path folder;
  private World world;
  private ShareContact shareContact;

  @BeforeEach
  void open() {
    world = new World(newRecord(folder));
    shareContact = new ShareContact(world.vault);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"SHARE", "CONTACT"})
  void whoeverSeesTheContact_isAShare(LinkKind link) {
    Card card = world.issued("R-1", UID);

    HitAnswer first = world.hit(card.slug(), link, "", false);
    HitAnswer again = world.hit(card.slug(), link, "", true);

    assertEquals(answer(card, true), first);
    assertEquals(answer(card, false), again);
    assertEquals(
        List.of(new UsageCount(HitClass.REPEAT, 1), new UsageCount(HitClass.SHARE, 1)),
        usage(card));
  }

  private HitAnswer answer(Card card, boolean remember) {
    return new HitAnswer.Contact(card.seller(), card.id(), sealed(card.id()), remember, false);
  }

  private Optional<SealedContact> sealed(CardId card) {
    return world
        .store
        .readAcrossSellers(records -> records.contacts().sealed(FirstSeller.ID, card))
        .join();
  }

  @ParameterizedTest
  @EnumSource
  void aSellerWithoutSharePages_hasNoCardThere(LinkKind link) {
    Card card = world.issued("R-1", UID);
    sharePage(false);

    HitAnswer without = world.hit(card.slug(), link, UID + "x000003", false);
    List<UsageCount> counted = usage(card);
    sharePage(true);
    HitAnswer with = world.hit(card.slug(), link, UID + "x000004", false);

    assertEquals(link.leadsOn() ? with : new HitAnswer.Unknown(), without);
    assertEquals(link.leadsOn() ? 1 : 0, counted.size());
    assertFalse(with instanceof HitAnswer.Unknown, "once it is on again: " + with);
  }

  private void sharePage(boolean on) {
    SellerSettings settings =
        World.done(
            world
                .runSeller
                .change(SHOP, Activation.FIRST_TAP, Optional.empty(), Optional.of(on))
                .join());
    assertEquals(new SellerSettings(Activation.FIRST_TAP, false, on), settings);
  }

  @Test
  void aShare_bringsNoCardIntoUse() {
    Card card = world.issued("R-1", UID);

    world.hit(card.slug(), LinkKind.SHARE, "", false);

    assertEquals(CardState.ISSUED, world.view(card.id()).card().status().state());
  }

  @Test
  void aMachinesLook_isNoShare() {
    Card card = world.issued("R-1", UID);

    world.hit(card.slug(), asked(true, World.PHONE, ""));
    world.hit(card.slug(), asked(false, "WhatsApp/2.23", ""));
    world.hit(card.slug(), asked(false, World.PHONE, "prefetch"));

    assertEquals(List.of(new UsageCount(HitClass.PREVIEW, 3)), usage(card));
  }

  @Test
  void aStoppedCard_showsItsOwnPage() {
    Card card = world.issued("R-1", UID);

    act(card, new CardEvent.Held(Hold.SUPPORT));
    assertPage(HitAnswer.PageKind.SUSPENDED, card);
    act(card, new CardEvent.Released(Hold.SUPPORT));
    act(card, CardEvent.Step.REVOKED);
    assertPage(HitAnswer.PageKind.REVOKED, card);

    assertEquals(List.of(new UsageCount(HitClass.SHARE, 2)), usage(card));
  }

  @Test
  void aCardWithItsMaker_showsItsOwnPage() {
    Placement placed = world.order("R-1", 1);
    CardId id = CardId.parse(placed.cards().getFirst().cardId()).orElseThrow();

    assertPage(HitAnswer.PageKind.NOT_ISSUED, world.view(id).card());
  }

  @Test
  void theContact_isThatOfTheOrder() {
    Card card = world.issued("R-1", UID);

    assertEquals(
        Optional.of(
            new Contact(
                "Sample Person 1",
                "",
                "Example Ltd",
                "",
                "sample@example.com",
                "https://example.com/1")),
        contact(card.id()));
  }

  @Test
  void aCardThatSpeaksForNobody_hasNone() {
    CardId nobodys = CardId.draw(world.random);

    assertTrue(contact(nobodys).isEmpty());
  }

  @Test
  void aContactThatNoAddressBookTakes_isNone() {
    WireContact tooLong = new WireContact("a".repeat(101), "", "", "", "", "");
    OrderLine line = new OrderLine(1, "R-1", "", tooLong, "", ChipOrder.USUAL, Map.of());
    Placement placed =
        World.done(world.placeOrders.place(SHOP, World.key("k"), List.of(line)).join());
    CardId id = CardId.parse(placed.cards().getFirst().cardId()).orElseThrow();

    assertTrue(contact(id).isEmpty());
  }

  @Test
  void aContactThatCannotBeRead_isNoShareHoweverOftenItIsAskedFor() {
    Card card = world.issued("R-1", UID);
    Ledger failing = MarredLedger.withoutContacts(world.store);
    TakeHits desk = new TakeHits(failing, world.hitRules, TakeHits.Limits.USUAL);

    for (Hit hit : List.of(asked(false, World.PHONE, ""), asked(false, "WhatsApp/2.23", ""))) {
      Arrival arrival = new Arrival(card.slug(), hit, world.clock.instant(), 1);
      CompletableFuture<HitAnswer> told = FutureWaiter.takenBy(desk, arrival);
      assertInstanceOf(
          StoreFault.Unavailable.class,
          assertThrows(CompletionException.class, told::join).getCause());
    }

    assertEquals(List.of(), usage(card));
  }

  @Test
  void aContactThatDoesNotOpen_isNone() {
    Card card = world.issued("R-1", UID);
    world
        .store
        .writeAcrossSellers(
            records -> {
              SealedContact damaged = new SealedContact(Bytes.ofHex("00"), Optional.empty());
              records.contacts().put(card.id(), card.seller(), damaged, List.of());
              return true;
            })
        .join();

    HitAnswer answer = world.hit(card.slug(), LinkKind.SHARE, "", false);

    assertEquals(Optional.empty(), shareContact.of((HitAnswer.Contact) answer));
    assertEquals(
        List.of(new UsageCount(HitClass.SHARE, 1)),
        world
            .store
            .readAcrossSellers(records -> records.hits().usage(FirstSeller.ID, card.id()))
            .join());
  }

  private Optional<Contact> contact(CardId card) {
    return shareContact.of(new HitAnswer.Contact(SHOP.seller(), card, sealed(card), false, false));
  }

  private void assertPage(HitAnswer.PageKind kind, Card card) {
    assertEquals(new HitAnswer.Page(kind), world.hit(card.slug(), LinkKind.SHARE, "", false));
  }

  private void act(Card card, CardEvent event) {
    World.done(world.runCards.act(SHOP, card.id(), World.act(event)).join());
  }

  private List<UsageCount> usage(Card card) {
    return world.view(card.id()).usage();
  }

  private static Hit asked(boolean head, String agent, String purpose) {
    return new Hit(LinkKind.SHARE, head, agent, purpose, ChipParameters.NONE, false);
  }
}
