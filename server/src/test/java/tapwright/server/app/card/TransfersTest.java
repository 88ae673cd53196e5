package tapwright.server.app.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardId;
import tapwright.core.card.Mark;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.InspectionRequest;
import tapwright.core.wire.WireContact;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.claim.ReceivedGoods;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.record.goods.Rma;

/** What says that somebody else has a card than it was sold to, and what does not. */
class TransfersTest implements NewRecord {

  private static final String UID = "04E141124C2880";
  private static final String OTHER_UID = "04E141124C2881";
  private static final String UNKNOWN_UID = "04E141124C2882";
  private static final WireContact FIRST = person("First Sample", "a@one.example");
  private static final WireContact SECOND = person("Other Example", "b@two.example");

  private static final Map<String, String> ORDERED =
      Map.of("line", "card", "design", "stock", "price", "49.00 INR");

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
  void contactOfSomebodyElse_marksTheCardAndStopsNothing() {
    CardId card = issued("W-1", "", FIRST, UID);

    change(card, SECOND);

    Card now = now(card);
    assertTrue(now.status().has(Mark.TRANSFERRED));
    assertFalse(now.status().suspended());
    CardHistory entry = detected(card).getFirst();
    assertEquals("handed-over: contact set by web shop", entry.cause());
    assertEquals("detect-transfers server", entry.actor() + " " + entry.role());
    OutEvent told = told().getFirst();
    assertEquals("{\"cardId\":\"%s\",\"ground\":\"handed-over\"}".formatted(card), told.payload());
    assertEquals(1, detected(card).size());
  }

  @Test
  void contactOfTheSamePerson_marksNothing() {
    CardId card = issued("W-1", "", FIRST, UID);

    change(card, person("Other Example", "a@one.example"));
    change(card, person("Dr. Other Example", "c@three.example"));

    assertEquals(List.of(), detected(card));
    assertEquals(List.of(), told());
  }

  @Test
  void cardThatIsNotGivenOut_isNotMarked() {
    CardId card = made("W-1", "", FIRST, UID);

    change(card, SECOND);

    assertEquals(List.of(), detected(card));
  }

  @Test
  void settledSuspicion_comesAgainWithTheNextGroundOnly() {
    CardId card = issued("W-1", "", FIRST, UID);
    change(card, SECOND);
    change(card, FIRST);
    assertEquals(1, detected(card).size(), "a second ground says no more of a marked card");

    act(card, Step.TRANSFER_SETTLED);
    assertFalse(now(card).status().has(Mark.TRANSFERRED));
    change(card, person("First Sample", "d@four.example"));
    assertEquals(1, detected(card).size());

    change(card, person("Third Example", "e@five.example"));
    assertEquals(2, detected(card).size());
    assertEquals(2, told().size());
  }

  @Test
  void cardInTheParcelOfAnotherCustomer_isMarked() {
    CardId sold = issued("W-1", "one", FIRST, UID);
    CardId other = issued("W-2", "two", SECOND, OTHER_UID);
    Rma rma = received(sold);

    look(rma, found(rma, "works", OTHER_UID, "content-as-written"));

    assertEquals(
        "in-anothers-parcel: return %s of claim %s".formatted(rma.id(), rma.claimId()),
        detected(other).getFirst().cause());
    assertEquals(List.of(), detected(sold));
  }

  @Test
  void wrongCardOfTheSameCustomer_isNotMarked() {
    CardId sold = issued("W-1", "one", FIRST, UID);
    CardId ofAccount = issued("W-2", "one", SECOND, OTHER_UID);
    CardId ofHolder = issued("W-3", "", FIRST, "04E141124C2883");
    Rma rma = received(sold);

    look(rma, found(rma, "works", OTHER_UID, "content-as-written"));
    look(rma, found(rma, "works", "04E141124C2883", "content-as-written"));
    look(rma, found(rma, "works", UNKNOWN_UID, "content-as-written"));

    assertEquals(List.of(), detected(ofAccount));
    assertEquals(List.of(), detected(ofHolder));
    assertEquals(List.of(), told());
  }

  @Test
  void chipWithAMessageThatNobodyWroteHere_isMarked() {
    CardId card = issued("W-1", "", FIRST, UID);
    Rma rma = received(card);

    look(rma, found(rma, "tampered", UID, "content-empty"));
    assertEquals(List.of(), detected(card));
    look(rma, found(rma, "tampered", UID, "content-not-as-written"));

    assertEquals(
        "chip-reused: return %s of claim %s".formatted(rma.id(), rma.claimId()),
        detected(card).getFirst().cause());
  }

  private void look(Rma rma, InspectionRequest found) {
    String key = found.verdict() + found.uid() + found.grounds();
    World.done(world.claims.inspections().take(World.STATION, World.key(key), found).join());
    assertEquals(
        rma.claimId(),
        World.done(world.claims.returns().view(World.SHOP, rma.id()).join()).rma().claimId());
  }

  private static InspectionRequest found(Rma rma, String verdict, String uid, String ground) {
    return new InspectionRequest(
        rma.id(), verdict, uid, "NTAG215", "passes", true, List.of(ground));
  }

  private List<CardHistory> detected(CardId card) {
    return world.view(card).history().stream()
        .filter(entry -> entry.kind().equals("transfer-detected"))
        .toList();
  }

  private List<OutEvent> told() {
    return world
        .store
        .writeAcrossSellers(
            records -> {
              records.outbox().place(100);
              return records.outbox().next("test", 100);
            })
        .join()
        .stream()
        .filter(event -> event.kind().equals("card.transfer-detected"))
        .toList();
  }

  private Card now(CardId card) {
    return world.view(card).card();
  }

  private void act(CardId card, Step step) {
    World.done(world.runCards.act(World.SHOP, card, World.act(step)).join());
  }

  private void change(CardId card, WireContact contact) {
    SeenCard seen = new SeenCard(card, Optional.empty());
    World.done(world.changeContact.change(World.SHOP, seen, contact).join());
  }

  private Rma received(CardId card) {
    return ReceivedGoods.of(world, card);
  }

  private CardId issued(String order, String account, WireContact contact, String uid) {
    CardId card = made(order, account, contact, uid);
    act(card, Step.ISSUED);
    return card;
  }

  private CardId made(String order, String account, WireContact contact, String uid) {
    OrderLine line =
        new OrderLine(1, order, account, "b-rigardz", contact, "", ChipOrder.USUAL, ORDERED);
    Placement placed =
        World.done(world.placeOrders.place(World.SHOP, World.key(order), List.of(line)).join());
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(World.STATION, world.verified("made " + order, job, uid));
    return CardId.parse(placed.cards().getFirst().cardId()).orElseThrow();
  }

  private static WireContact person(String name, String email) {
    return new WireContact(name, "", "", "", email, "");
  }
}
