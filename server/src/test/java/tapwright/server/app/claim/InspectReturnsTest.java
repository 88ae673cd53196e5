package tapwright.server.app.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.claim.Channel;
import tapwright.core.claim.RmaEvent;
import tapwright.core.claim.SenderCheck;
import tapwright.core.claim.Verdict;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.core.trail.TrailEntry;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.InspectionReply;
import tapwright.core.wire.InspectionRequest;
import tapwright.core.wire.ReturnReply;
import tapwright.server.app.Actor;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.record.access.Role;
import tapwright.server.record.goods.Rma;

/** Goods that come back and are inspected at a station. */
class InspectReturnsTest implements NewRecord {

  private static final String UID = "04E141124C2880";
  private static final String OTHER_UID = "04E141124C2881";

  private static final Map<String, String> ORDERED =
      Map.of(
          "line", "card",
          "design", "custom",
          "purchasedAt", "2026-02-24T13:00:00+05:30",
          "price", "49.00 INR");

  /** What the policy has to know of a defective card. */
  private static final Map<String, String> DEFECTIVE =
      Map.of(
          "cause", "seller",
          "shippedAt", "2026-02-26T13:00:00+05:30",
          "deliveredAt", "2026-03-01T13:00:00+05:30");

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
  void expected_isTheCardsChipAndNothingOfItsHolder() {
    Rma rma = received();

    ReturnReply expected = World.done(expected(World.STATION, rma.id()));

    assertEquals(UID, expected.uid());
    assertTrue(expected.inspectable());
    assertFalse(expected.toString().contains("Sample"), expected.toString());
  }

  @Test
  void returnThatIsNotHereYet_isNotInspectable() {
    Rma rma = issued();

    assertFalse(World.done(expected(World.STATION, rma.id())).inspectable());
    assertEquals("rma-step-not-allowed", code(take("k", found(rma, "works", UID))));
  }

  @Test
  void findings_becomeFactsOfTheClaimOnce() {
    Rma rma = received();
    InspectionRequest defective =
        new InspectionRequest(
            rma.id(), "defective", UID, "NTAG215", "fails", true, List.of("memory-dead"));

    InspectionReply told = World.done(take("k", defective));
    InspectionReply again = World.done(take("k", defective));

    assertEquals(told, again);
    assertEquals("defective", told.verdict());
    String facts = view(rma.claimId()).later().getLast().facts().toUtf8();
    assertTrue(facts.contains("chipTest fails"), facts);
    assertTrue(facts.contains("contentMatchesOrder true"), facts);
    List<TrailEntry> inspected =
        World.done(world.claims.see().trail(World.SHOP, rma.claimId()).join()).stream()
            .filter(entry -> entry.kind().equals("rma-inspected"))
            .toList();
    assertEquals(1, inspected.size());
    assertEquals("station 1", inspected.getFirst().by().actor());
    assertEquals("NTAG215 " + UID + ": memory-dead", inspected.getFirst().cause());
  }

  /** Whatever the station calls it: which chip the card has is on record. */
  @Test
  void anotherChip_isAFindingAndNoFactOfTheCard() {
    Rma rma = received();

    InspectionReply told = World.done(take("k", found(rma, "works", OTHER_UID)));

    assertEquals("not-ours", told.verdict());
    Rma now = World.done(world.claims.returns().view(World.SHOP, rma.id()).join()).rma();
    assertEquals(Verdict.NOT_OURS, now.findings().orElseThrow().verdict());
    assertEquals(Map.of(), now.findings().orElseThrow().facts());
  }

  @Test
  void chipThatDoesNotAnswer_isDefective() {
    Rma rma = received();
    InspectionRequest silent =
        new InspectionRequest(
            rma.id(), "defective", null, null, "fails", null, List.of("chip-silent"));

    World.done(take("k", silent));

    Rma now = World.done(world.claims.returns().view(World.SHOP, rma.id()).join()).rma();
    assertEquals(Map.of("chipTest", "fails"), now.findings().orElseThrow().facts());
    assertEquals("no chip answered: chip-silent", now.findings().orElseThrow().notes());
  }

  /** That it works, or was changed, can be said only of a chip that told its number. */
  @Test
  void chipWithoutAUid_isNoCardThatWorksOrWasChanged() {
    Rma rma = received();
    int i = 0;
    for (String verdict : List.of("works", "tampered")) {
      assertEquals(
          "unknown", World.done(take("k" + i++, found(rma, verdict, null))).verdict(), verdict);
      Rma now = World.done(world.claims.returns().view(World.SHOP, rma.id()).join()).rma();
      assertEquals(Map.of(), now.findings().orElseThrow().facts());
    }
  }

  @Test
  void returnOfAnotherSeller_isUnknown() {
    Rma rma = received();
    Caller stranger =
        new Caller(Actor.token("TOKENX", "station x"), new SellerId("other"), Role.STATION);

    assertEquals("rma-unknown", code(expected(stranger, rma.id())));
    assertEquals(
        "rma-unknown",
        code(
            world
                .claims
                .inspections()
                .take(stranger, World.key("k"), found(rma, "works", UID))
                .join()));
  }

  @Test
  void cardThatNoStationMade_hasNoChipToCompare() {
    Rma rma = received(claim(ordered()));

    assertNull(World.done(expected(World.STATION, rma.id())).uid());
    assertEquals("not-ours", World.done(take("k", found(rma, "works", UID))).verdict());
  }

  private Answer<ReturnReply> expected(Caller station, String rma) {
    return world.claims.inspections().expected(station, rma).join();
  }

  private Answer<InspectionReply> take(String key, InspectionRequest found) {
    return world.claims.inspections().take(World.STATION, World.key(key), found).join();
  }

  private static InspectionRequest found(Rma rma, String verdict, @Nullable String uid) {
    return new InspectionRequest(
        rma.id(), verdict, uid, "NTAG215", "passes", true, List.of("content-as-written"));
  }

  private static String code(Answer<?> answer) {
    return World.refused(answer).refusal().code().code();
  }

  private ClaimView view(String claim) {
    return World.done(world.claims.see().view(World.SHOP, claim).join());
  }

  private Rma received() {
    return received(claim(made()));
  }

  private Rma received(String claim) {
    Rma rma = issued(claim);
    RunReturns.Leg leg = new RunReturns.Leg(RmaEvent.Step.RECEIVED, Optional.empty(), "", "");
    return World.done(world.claims.returns().move(World.SHOP, rma.id(), leg).join()).rma();
  }

  private Rma issued() {
    return issued(claim(made()));
  }

  private Rma issued(String claim) {
    RunReturns.Wanted wanted = new RunReturns.Wanted(Optional.empty(), Optional.empty());
    return World.done(
            world.claims.returns().issue(World.SHOP, World.key("rma"), claim, wanted).join())
        .rma();
  }

  private String claim(CardId card) {
    ClaimRequest request =
        new ClaimRequest(
            card,
            ClaimKind.REFUND,
            Reason.DEFECTIVE,
            Optional.empty(),
            EnumSet.complementOf(EnumSet.of(Evidence.PHOTO_PRODUCT)),
            DEFECTIVE,
            new ClaimIntake(Channel.MAIL, SenderCheck.ADDRESS_ON_FILE, Optional.empty()));
    return World.done(world.decideClaims.decide(World.SHOP, World.key("claim"), request).join())
        .id();
  }

  private CardId made() {
    CardId card = ordered();
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(World.STATION, world.verified("made", job, UID));
    return card;
  }

  private CardId ordered() {
    OrderLine line =
        new OrderLine(
            1, "W-1", "", "b-rigardz", World.line(1, "x").contact(), "", ChipOrder.USUAL, ORDERED);
    Placement placed =
        World.done(world.placeOrders.place(World.SHOP, World.key("order"), List.of(line)).join());
    return CardId.parse(placed.cards().getFirst().cardId()).orElseThrow();
  }
}
