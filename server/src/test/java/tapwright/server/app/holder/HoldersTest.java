package tapwright.server.app.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.server.app.World.SHOP;
import static tapwright.server.app.World.done;
import static tapwright.server.app.World.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.WireContact;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.card.CardView;
import tapwright.server.app.duty.AdoptContacts;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.app.holder.ForgetHolder.Whom;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.SealedContact;
import tapwright.server.record.key.Holder;
import tapwright.server.security.Keys;
import tapwright.server.security.OldSeal;

class HoldersTest implements NewRecord {

  private static final String UID = "04A1B2C3D4E5F6";
  private static final String EMAIL = "planted.person@example.com";
  private static final SellerId SELLER = SHOP.seller();

  private static final Comparator<CardId> ID = Comparator.comparingLong(CardId::value);

  @TempDir private Path folder;
  private World world;
  private ForgetHolder holders;

  @BeforeEach
  void start() {
    world = new World(newRecord(folder));
    holders = new ForgetHolder(world.store, world.vault, world.clock);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static WireContact person(String name, String email) {
    return new WireContact(name, "", "Example Ltd", "", email, "");
  }

  private List<CardId> order(String number, WireContact... people) {
    List<OrderLine> lines = new ArrayList<>();
    for (WireContact contact : people) {
      String target = "https://example.com/planted/" + lines.size();
      lines.add(
          new OrderLine(lines.size() + 1, number, "", contact, target, ChipOrder.USUAL, Map.of()));
    }
    Placement placed = done(world.placeOrders.place(SHOP, World.key(number), lines).join());
    return placed.cards().stream().map(card -> CardId.parse(card.cardId()).orElseThrow()).toList();
  }

  private Optional<Holder> holderOf(CardId card) {
    return world.store.read(SELLER, records -> records.holders().of(SELLER, card)).join();
  }

  private ForgetHolder.Found forgotten(Whom whom) {
    return done(holders.forget(SELLER, whom, "support").join()).found();
  }

  private List<CardId> found(String words) {
    return world.findCards.search(SELLER, words, 10).join().stream()
        .map(view -> view.card().id())
        .toList();
  }

  @Test
  void cardsOfOneEmailAddress_haveOneHolder() {
    List<CardId> cards =
        order(
            "A-1",
            person("Planted Person", EMAIL),
            person("Planted P.", "Planted.Person@Example.com"),
            person("Another Sample", "another@example.com"),
            person("Without Sample", ""),
            person("Without Sample", ""));
    List<CardId> more = order("A-2", person("Planted Person", EMAIL));

    List<String> ids =
        cards.stream().map(card -> holderOf(card).orElseThrow().id()).distinct().toList();
    assertEquals(4, ids.size());
    assertEquals(ids.getFirst(), holderOf(cards.get(1)).orElseThrow().id());
    assertEquals(ids.getFirst(), holderOf(more.getFirst()).orElseThrow().id());
    assertEquals(
        List.of(cards.get(0), cards.get(1), more.getFirst()).stream().sorted(ID).toList(),
        done(holders.find(SELLER, new Whom.WithEmail(EMAIL)).join()).cards().stream()
            .map(Card::id)
            .toList());
  }

  @Test
  void aPersonWhoIsForgotten_isGoneFromAllCardsAndNobodyElseIs() {
    List<CardId> cards =
        order(
            "A-1",
            person("Planted Person", EMAIL),
            person("Planted Person", EMAIL),
            person("Another Sample", "another@example.com"));
    long versionBefore = world.view(cards.getFirst()).card().version();
    world.clock.advance(Duration.ofDays(3));

    assertEquals(2, forgotten(new Whom.OfCard(cards.getFirst())).cards().size());

    for (CardId card : cards.subList(0, 2)) {
      CardView view = world.view(card);
      assertEquals(Optional.empty(), view.contact());
      assertEquals("", view.card().target());
      assertEquals("holder-forgotten", view.history().getLast().kind());
      assertEquals("support", view.history().getLast().actor());
      assertEquals(world.clock.instant(), view.history().getLast().at());
      assertEquals(versionBefore + 1, view.card().version());
    }
    assertEquals(List.of(), found("planted"));
    assertEquals(List.of(), found(EMAIL));
    assertEquals(List.of(cards.get(2)), found("another"));
    assertEquals("Another Sample", world.view(cards.get(2)).contact().orElseThrow().name());
  }

  @Test
  void aForgottenHoldersHits_areCountedStill() {
    Card card = world.issued("R-1", UID);
    world.hit(card.slug(), LinkKind.SHARE, "", false);
    long before = world.view(card.id()).usage().stream().mapToLong(usage -> usage.count()).sum();

    forgotten(new Whom.OfCard(card.id()));
    HitAnswer shown = world.hit(card.slug(), LinkKind.SHARE, "", false);

    assertEquals(new HitAnswer.Contact(SELLER, card.id(), Optional.empty(), true, true), shown);
    assertEquals(
        before + 1, world.view(card.id()).usage().stream().mapToLong(usage -> usage.count()).sum());
  }

  @Test
  void whoIsForgotten_isUnknownFromThenOnAndBeginsAnew() {
    CardId card = order("A-1", person("Planted Person", EMAIL)).getFirst();
    String id = holderOf(card).orElseThrow().id();
    forgotten(new Whom.WithEmail(EMAIL));

    for (Whom whom : List.of(new Whom.WithEmail(EMAIL), new Whom.OfCard(card))) {
      String said = refused(holders.forget(SELLER, whom, "support").join()).refusal().message();
      assertFalse(said.contains(EMAIL), said);
      assertEquals(
          AppRefusal.HOLDER_UNKNOWN, refused(holders.find(SELLER, whom).join()).refusal().code());
    }
    CardId again = order("A-2", person("Planted Person", EMAIL)).getFirst();
    assertNotEquals(id, holderOf(again).orElseThrow().id());
    assertEquals(List.of(again), found("planted"));
  }

  @Test
  void aCardOfAnotherSeller_namesNobody() {
    CardId card = order("A-1", person("Planted Person", EMAIL)).getFirst();

    SellerId other = new SellerId("other");
    for (Whom whom : List.of(new Whom.WithEmail(EMAIL), new Whom.OfCard(card))) {
      assertEquals(
          AppRefusal.HOLDER_UNKNOWN,
          refused(holders.forget(other, whom, "support").join()).refusal().code());
    }
    assertEquals(List.of(card), found("planted"));
  }

  @Test
  void contactsOfAnEarlierVersion_comeUnderTheirHoldersKeys() {
    WireContact[] people = new WireContact[120];
    for (int i = 0; i < people.length; i++) {
      people[i] = person("Planted Person " + i, i % 2 == 0 ? EMAIL : "p" + i + "@example.com");
    }
    List<CardId> cards = order("A-1", people);
    for (int i = 0; i < people.length; i++) {
      putOld(cards.get(i), OldSeal.of(new Keys(new byte[32]), people[i], cards.get(i)), people[i]);
    }
    putOld(cards.get(7), new SealedContact(Bytes.ofHex("00"), Optional.empty()), people[7]);
    assertEquals(
        AppRefusal.HOLDERS_PENDING,
        refused(holders.forget(SELLER, new Whom.WithEmail(EMAIL), "support").join())
            .refusal()
            .code());
    assertEquals("Planted Person 5", world.view(cards.get(5)).contact().orElseThrow().name());

    assertEquals(3, duties("node 1").round().join());
    assertEquals(0, duties("node 2").round().join());

    assertEquals("Planted Person 5", world.view(cards.get(5)).contact().orElseThrow().name());
    assertEquals(List.of(cards.get(5)), found("p5@example.com"));
    assertEquals(60, forgotten(new Whom.WithEmail(EMAIL)).cards().size());
    assertEquals(1, forgotten(new Whom.OfCard(cards.get(7))).cards().size());
    assertTrue(holderOf(cards.get(0)).orElseThrow().known().isEmpty());
  }

  private void putOld(CardId card, SealedContact old, WireContact contact) {
    world
        .store
        .write(
            SELLER,
            records -> {
              records.contacts().put(card, SELLER, old, world.vault.blindWords(contact, SELLER));
              return true;
            })
        .join();
  }

  private DoDuties duties(String node) {
    KeepContact keep =
        new KeepContact(world.vault, () -> CardId.draw(world.random).toString(), world.clock);
    return new DoDuties(world.store, List.of(new AdoptContacts(keep)), node, world.clock);
  }
}
