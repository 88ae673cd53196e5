package tapwright.server.app.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.card.Slug;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.EncodeJob;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.card.CardView;
import tapwright.server.app.order.Placement;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.record.seller.Activation;

class HitsTest implements NewRecord {

  private static final String UID = "04E141124C2880";

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
  void tap_leadsOnAndCountsOnceForACounterValue() {
    Card card = world.issued("A-1", UID);

    HitAnswer first = world.hit(card.slug(), LinkKind.CHIP, UID + "x000003", false);
    world.hit(card.slug(), LinkKind.CHIP, UID + "x000003", false);
    world.hit(card.slug(), LinkKind.CHIP, UID + "x000004", false);

    assertEquals(new HitAnswer.Redirect("https://example.com/1", false), first);
    assertEquals(
        List.of(new UsageCount(HitClass.REPLAY, 1), new UsageCount(HitClass.TAP, 2)),
        world.view(card.id()).usage());
  }

  @Test
  void aCardMadeAgainOnAnotherChip_countsThatChipsReadsAnew() {
    Placement placed = world.order("A-1", 1);
    Slug slug = Slug.parse(placed.cards().getFirst().slug()).orElseThrow();
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(
        World.STATION, world.verified("e1", job.jobId(), UID, "https://example.com/other"));
    world.hit(slug, LinkKind.CHIP, UID + "x000005", false);
    World.done(world.runJobs.requeue(World.SHOP, job.jobId()).join());

    String other = "04E141124C2881";
    world.report(
        World.STATION, world.verified("e2", world.lease(World.STATION, 1).getFirst(), other));
    world.hit(slug, LinkKind.CHIP, other + "x000005", false);
    world.hit(slug, LinkKind.CHIP, other + "x000005", false);

    CardId card = CardId.parse(placed.cards().getFirst().cardId()).orElseThrow();
    assertEquals(
        List.of(new UsageCount(HitClass.REPLAY, 1), new UsageCount(HitClass.TAP, 2)),
        world.view(card).usage());
  }

  @Test
  void theStationsOwnReads_areNoTaps() {
    Card card = world.issued("A-1", UID);

    world.hit(card.slug(), LinkKind.CHIP, UID + "x000002", false);

    assertEquals(List.of(new UsageCount(HitClass.REPLAY, 1)), world.view(card.id()).usage());
    assertEquals(CardState.ISSUED, world.view(card.id()).card().status().state());
  }

  @Test
  void firstTap_bringsTheCardIntoUse() {
    Card card = world.issued("A-1", UID);
    world.hit(card.slug(), LinkKind.PRINT, "", false);
    assertEquals(CardState.ISSUED, world.view(card.id()).card().status().state());

    world.clock.advance(Duration.ofMinutes(1));
    world.hit(card.slug(), LinkKind.CHIP, UID + "x000003", false);
    world.hit(card.slug(), LinkKind.CHIP, UID + "x000004", false);

    CardView view = world.view(card.id());
    assertEquals(CardState.ACTIVE, view.card().status().state());
    assertEquals(
        List.of("verified", "issued", "activated"),
        view.history().stream().map(CardHistory::kind).toList());
    assertEquals(World.START.plus(Duration.ofMinutes(1)), view.history().getLast().at());
  }

  @Test
  void aLinkThatWasTypedOrPassedOn_isNoTapOfAChipThatMirrors() {
    Card card = world.issued("A-1", UID);

    world.hit(card.slug(), LinkKind.CHIP, "", false);
    HitAnswer unfilled = world.hit(card.slug(), LinkKind.CHIP, "00000000000000x000000", false);

    assertEquals(new HitAnswer.Redirect("https://example.com/1", false), unfilled);
    CardView view = world.view(card.id());
    assertEquals(CardState.ISSUED, view.card().status().state());
    assertEquals(List.of(new UsageCount(HitClass.REPLAY, 2)), view.usage());
  }

  @Test
  void aBareScan_isRememberedAndItsRepeatIsNot() {
    Card card = world.issued("A-1", UID);

    assertEquals(
        new HitAnswer.Redirect("https://example.com/1", true),
        world.hit(card.slug(), LinkKind.PRINT, "", false));
    assertEquals(
        new HitAnswer.Redirect("https://example.com/1", false),
        world.hit(card.slug(), LinkKind.PRINT, "", true));
    assertEquals(
        List.of(new UsageCount(HitClass.REPEAT, 1), new UsageCount(HitClass.SCAN, 1)),
        world.view(card.id()).usage());
  }

  @Test
  void anUnknownSlug_storesNothing() {
    assertInstanceOf(
        HitAnswer.Unknown.class, world.hit(new Slug("0000000000"), LinkKind.CHIP, "", false));
  }

  @Test
  void target_changesAtOnceAndTheCardKeepsItsHistory() {
    Card card = world.issued("A-1", UID);
    world.hit(card.slug(), LinkKind.PRINT, "", false);

    World.done(world.runCards.leadTo(World.SHOP, card.id(), "https://example.com/new").join());

    assertEquals(
        new HitAnswer.Redirect("https://example.com/new", true),
        world.hit(card.slug(), LinkKind.PRINT, "", false));
    assertEquals("target-set", world.view(card.id()).history().getLast().kind());
    assertEquals(
        "target-invalid",
        World.refused(world.runCards.leadTo(World.SHOP, card.id(), "file:///etc").join())
            .refusal()
            .code()
            .code());
  }

  @ParameterizedTest
  @EnumSource(Hold.class)
  void aHeldCard_showsItsPageAndItsHitsAreStored(Hold hold) {
    Card card = world.issued("A-1", UID);
    World.done(
        world.runCards.act(World.SHOP, card.id(), World.act(new CardEvent.Held(hold))).join());

    assertEquals(
        new HitAnswer.Page(HitAnswer.PageKind.SUSPENDED),
        world.hit(card.slug(), LinkKind.CHIP, UID + "x000003", false));
    assertEquals(List.of(new UsageCount(HitClass.TAP, 1)), world.view(card.id()).usage());

    World.done(
        world.runCards.act(World.SHOP, card.id(), World.act(new CardEvent.Released(hold))).join());
    assertInstanceOf(
        HitAnswer.Redirect.class, world.hit(card.slug(), LinkKind.CHIP, UID + "x000004", false));
  }

  @Test
  void revokedUnissuedAndUnactivatedCards_showTheirPages() {
    Slug unissued = Slug.parse(world.order("A-0", 1).cards().getFirst().slug()).orElseThrow();
    assertEquals(
        new HitAnswer.Page(HitAnswer.PageKind.NOT_ISSUED),
        world.hit(unissued, LinkKind.PRINT, "", false));
    world.lease(World.STATION, 1);

    Card card = world.issued("A-1", UID);
    world
        .store
        .writeAcrossSellers(
            records -> {
              records.sellers().setActivation(FirstSeller.ID, Activation.HOLDER);
              return true;
            })
        .join();
    assertEquals(
        new HitAnswer.Page(HitAnswer.PageKind.NOT_ACTIVATED),
        world.hit(card.slug(), LinkKind.CHIP, UID + "x000003", false));
    World.done(world.runCards.act(World.SHOP, card.id(), World.act(CardEvent.Step.REVOKED)).join());
    assertEquals(
        new HitAnswer.Page(HitAnswer.PageKind.REVOKED),
        world.hit(card.slug(), LinkKind.CHIP, UID + "x000004", false));
  }

  @Test
  void shipped_givesTheCardOutAsWell() {
    Card card = world.issued("A-1", UID);
    assertEquals(
        "card-step-not-allowed",
        World.refused(
                world.runCards.act(World.SHOP, card.id(), World.act(CardEvent.Step.ISSUED)).join())
            .refusal()
            .code()
            .code());

    Placement second = world.order("A-2", 1);
    world.report(
        World.STATION,
        world.verified("e2", world.lease(World.STATION, 1).getFirst(), "04E141124C2899"));
    var id = CardId.parse(second.cards().getFirst().cardId()).orElseThrow();
    Card shipped =
        World.done(world.runCards.act(World.SHOP, id, World.act(CardEvent.Step.SHIPPED)).join());

    assertEquals(CardState.ISSUED, shipped.status().state());
    assertEquals(2, world.view(id).history().size() - 1);
  }

  @Test
  void instants_areThoseInsideTheWindow() {
    Card card = world.issued("A-1", UID);
    for (int i = 3; i < 9; i++) {
      world.hit(card.slug(), LinkKind.CHIP, "%sx%06X".formatted(UID, i), false);
      world.clock.advance(Duration.ofHours(24));
    }
    Instant from = World.START.plus(Duration.ofDays(1));

    List<Instant> inside =
        world
            .store
            .readAcrossSellers(
                records ->
                    records
                        .hits()
                        .instants(
                            card.id(),
                            Set.of(HitClass.TAP, HitClass.SHARE),
                            from,
                            from.plus(Duration.ofDays(2))))
            .join();

    assertEquals(List.of(from, from.plus(Duration.ofDays(1))), inside);
  }
}
