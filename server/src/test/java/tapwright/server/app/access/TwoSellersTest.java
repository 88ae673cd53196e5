package tapwright.server.app.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.card.Slug;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.EventsReply;
import tapwright.server.app.Actor;
import tapwright.server.app.Caller;
import tapwright.server.app.World;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.app.order.Placement;
import tapwright.server.record.access.Role;

/** Two sellers on one server. */
class TwoSellersTest {

  private static final String UID = "04A1B2C3D4E5F6";
  private static final SellerId OTHER = new SellerId("other");
  private static final Caller OTHER_SHOP =
      new Caller(Actor.token("OTHERSHOP", "other shop"), OTHER, Role.SHOP);
  private static final Caller OTHER_STATION =
      new Caller(Actor.token("OTHERSTATION", "other station"), OTHER, Role.STATION);

  @TempDir private Path folder;
  private World world;
  private RunSellers sellers;

  @BeforeEach
  void open() {
    world = new World(folder);
    sellers = new RunSellers(world.store, world.clock);
    World.done(sellers.create(OTHER, "other.example.com").join());
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Placement.PlacedCard placed(Caller shop, String order) {
    return World.done(
            world.placeOrders.place(shop, World.key(order), List.of(World.line(1, order))).join())
        .cards()
        .getFirst();
  }

  @Test
  void linksOfASeller_beginWithItsHost() {
    assertTrue(placed(OTHER_SHOP, "A-1").link().startsWith("https://other.example.com/t/"));
    assertTrue(placed(World.SHOP, "A-1").link().startsWith("https://cards.example.com/t/"));
  }

  @Test
  void aCardThatWasLeasedBeforeItsSellerMoved_isMadeAsItWasTold() {
    Placement.PlacedCard placed = placed(OTHER_SHOP, "A-1");
    EncodeJob job = world.lease(OTHER_STATION, 1).getFirst();
    World.done(sellers.setHost(OTHER, "moved.example.com").join());

    EventsReply.Result made = world.report(OTHER_STATION, world.verified("e", job, UID));
    assertEquals(EventsReply.Status.TAKEN, made.status(), made::toString);
    CardId card = CardId.parse(placed.cardId()).orElseThrow();
    assertTrue(
        World.done(world.findCards.view(OTHER_SHOP, card).join())
            .link()
            .startsWith("https://moved.example.com/t/"));
    assertFalse(
        world.hit(new Slug(placed.slug()), LinkKind.PRINT, "", false) instanceof HitAnswer.Unknown);
  }

  @Test
  void aChipInAnotherSellersCard_isToldWithoutThatCard() {
    placed(OTHER_SHOP, "A-1");
    EncodeJob theirs = world.lease(OTHER_STATION, 1).getFirst();
    world.report(OTHER_STATION, world.verified("e", theirs, UID));
    placed(World.SHOP, "A-1");
    EncodeJob ours = world.lease(World.STATION, 1).getFirst();

    EventsReply.Result result = world.report(World.STATION, world.verified("e", ours, UID));
    assertEquals(
        "uid is 04A1B2C3D4E5F6, which is in another seller's card;"
            + " allowed is a chip that no live card has",
        String.valueOf(result.problem() == null ? null : result.problem().message()));
  }

  @Test
  void stationsOfTwoSellers_mayUseOneEventIdEach() {
    placed(OTHER_SHOP, "A-1");
    EncodeJob theirs = world.lease(OTHER_STATION, 1).getFirst();
    placed(World.SHOP, "A-1");
    EncodeJob ours = world.lease(World.STATION, 1).getFirst();
    world.report(OTHER_STATION, world.verified("same", theirs, UID));

    assertEquals(
        EventsReply.Status.TAKEN,
        world.report(World.STATION, world.verified("same", ours, "04A1B2C3D4E5F7")).status());
  }
}
