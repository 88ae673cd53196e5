package tapwright.server.app.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardId;
import tapwright.core.card.Mark;
import tapwright.core.card.SellerId;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.Uid;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.RewriteReply;
import tapwright.core.wire.RewriteReply.Standing;
import tapwright.core.wire.StationEvent;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Actor;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.card.SeenCard;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.record.access.Role;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;

/** Chips in the field whose contact was changed, and that come by a station. */
class RewriteChipsTest implements NewRecord {

  private static final String UID = "04E141124C2880";
  private static final WireContact OTHER = contact("Another Sample");
  private static final WireContact THIRD = contact("Third Sample");

  @TempDir private Path folder;
  private World world;
  private int cards;
  private int events;

  @BeforeEach
  void open() {
    world = new World(newRecord(folder));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void staleChip_isToldOfItsCardAloneAndIsStaleNoMore() {
    CardId card = made(UID, ChipOrder.USUAL, null);
    change(card, OTHER);

    RewriteReply told = told(World.STATION, UID);
    EncodeJob job = Objects.requireNonNull(told.job());
    assertEquals(Standing.STALE, told.standing());
    assertEquals(card.toString(), job.cardId());
    assertEquals(OTHER, job.contact());
    assertEquals(false, job.lock());

    assertEquals(EventsReply.Status.TAKEN, written(World.STATION, job, UID).status());
    Card now = world.view(card).card();
    assertEquals(Set.of(), now.status().marks());
    assertEquals(hash(job), now.chip().orElseThrow().messageHash());
    assertEquals(1, now.chip().orElseThrow().keyVersion(), "the chip counts on where it was");
    CardHistory entry = world.view(card).history().getLast();
    assertEquals("content-rewritten", entry.kind());
    assertEquals("station 1", entry.actor());
    assertEquals("station", entry.role());
    assertEquals("rewrite " + job.jobId(), entry.cause());
    assertEquals(Standing.CURRENT, told(World.STATION, UID).standing());
  }

  @Test
  void eventThatComesAgain_isKnownAndChangesNothing() {
    CardId card = made(UID, ChipOrder.USUAL, null);
    change(card, OTHER);
    EncodeJob job = job(World.STATION, UID);
    StationEvent event = event("same", job, UID, null);

    assertEquals(EventsReply.Status.TAKEN, world.report(World.STATION, event).status());
    int before = world.view(card).history().size();
    assertEquals(EventsReply.Status.KNOWN, world.report(World.STATION, event).status());
    assertEquals(before, world.view(card).history().size());
  }

  @Test
  void chipThatIsNobodysOrAnotherSellers_isUnknownAndTellsNothing() {
    CardId card = made(UID, ChipOrder.USUAL, null);
    change(card, OTHER);
    Caller stranger =
        new Caller(Actor.token("TOKENX", "station x"), new SellerId("other"), Role.STATION);

    RewriteReply nobody = new RewriteReply(Standing.UNKNOWN, null, null);
    assertEquals(nobody, told(World.STATION, "04E141124C2899"));
    assertEquals(nobody, told(stranger, UID));
  }

  @Test
  void chipThatIsRightLockedSigningOrAtItsEnd_isToldNoContact() {
    made(UID, ChipOrder.USUAL, null);
    assertEquals(Standing.CURRENT, told(World.STATION, UID).standing());

    ChipOrder locking = new ChipOrder(LinkCounting.MIRROR, true, true);
    CardId locked =
        made(
            "04E141124C2881",
            locking,
            List.of(StationEvent.Finished.LOCKED, StationEvent.Finished.PASSWORD));
    change(locked, OTHER);
    assertNothingTold(Standing.LOCKED, "04E141124C2881");

    ChipOrder signing = new ChipOrder(LinkCounting.SUN, false, false);
    CardId signs = made("04E141124C2882", signing, List.of(StationEvent.Finished.KEYS));
    change(signs, OTHER);
    assertNothingTold(Standing.SIGNED, "04E141124C2882");

    CardId ended = made("04E141124C2883", ChipOrder.USUAL, null);
    change(ended, OTHER);
    World.done(world.runCards.act(World.SHOP, ended, World.act(Step.REVOKED)).join());
    World.done(world.runCards.act(World.SHOP, ended, World.act(Step.SCRAPPED)).join());
    assertNothingTold(Standing.ENDED, "04E141124C2883");
  }

  private void assertNothingTold(Standing standing, String uid) {
    RewriteReply reply = told(World.STATION, uid);
    assertEquals(standing, reply.standing());
    assertNull(reply.job());
  }

  /** The password goes out with what is to be written, and what is protected has to stay so. */
  @Test
  void protectedChip_isToldWithItsPasswordAndStaysProtected() {
    CardId card =
        made(
            UID,
            new ChipOrder(LinkCounting.NONE, true, false),
            List.of(StationEvent.Finished.PASSWORD));
    change(card, OTHER);

    EncodeJob job = job(World.STATION, UID);
    assertNotEquals(null, Objects.requireNonNull(job.secrets()).password());
    assertEquals("protection-differs", problem(written(World.STATION, job, UID)));
    assertEquals(
        EventsReply.Status.TAKEN,
        world
            .report(World.STATION, event("e", job, UID, List.of(StationEvent.Finished.PASSWORD)))
            .status());
  }

  @Test
  void contactChangedMeanwhile_leavesTheChipStaleWithWhatItHolds() {
    CardId card = made(UID, ChipOrder.USUAL, null);
    change(card, OTHER);
    EncodeJob job = job(World.STATION, UID);
    change(card, THIRD);

    written(World.STATION, job, UID);

    assertEquals(Set.of(Mark.CONTENT_STALE), world.view(card).card().status().marks());
    assertEquals(hash(job), world.view(card).card().chip().orElseThrow().messageHash());
    assertEquals(THIRD, job(World.STATION, UID).contact());
  }

  /** The old contact is the card's again, and the chip was written with the other meanwhile. */
  @Test
  void contactChangedBackMeanwhile_makesTheChipStaleAnew() {
    CardId card = made(UID, ChipOrder.USUAL, null);
    WireContact before = world.view(card).contact().orElseThrow();
    change(card, OTHER);
    EncodeJob job = job(World.STATION, UID);
    change(card, before);
    assertEquals(Set.of(), world.view(card).card().status().marks());

    written(World.STATION, job, UID);

    assertEquals(Set.of(Mark.CONTENT_STALE), world.view(card).card().status().marks());
    assertEquals(before, job(World.STATION, UID).contact());
  }

  /** The second station was online; the first one tells of its earlier write when it is again. */
  @Test
  void earlierWriteThatIsToldLater_leavesWhatTheChipHolds() {
    CardId card = made(UID, ChipOrder.USUAL, null);
    change(card, OTHER);
    EncodeJob early = job(World.STATION, UID);
    world.clock.advance(Duration.ofMinutes(1));
    StationEvent late = event("late", early, UID, null);
    change(card, THIRD);
    EncodeJob next = job(World.OTHER_STATION, UID);
    world.clock.advance(Duration.ofMinutes(1));
    written(World.OTHER_STATION, next, UID);

    assertEquals(EventsReply.Status.TAKEN, world.report(World.STATION, late).status());

    Card now = world.view(card).card();
    assertEquals(hash(next), now.chip().orElseThrow().messageHash());
    assertEquals(Set.of(), now.status().marks());
    change(card, OTHER);
    assertEquals(Set.of(Mark.CONTENT_STALE), world.view(card).card().status().marks());
  }

  @Test
  void earlierWriteThanWhatStaffSaid_leavesTheChipUnread() {
    CardId card = made(UID, ChipOrder.USUAL, null);
    change(card, OTHER);
    EncodeJob early = job(World.STATION, UID);
    StationEvent late = event("late", early, UID, null);
    world.clock.advance(Duration.ofMinutes(1));
    World.done(world.runCards.act(World.SHOP, card, World.act(Step.CONTENT_REWRITTEN)).join());

    assertEquals(EventsReply.Status.TAKEN, world.report(World.STATION, late).status());
    assertEquals(Bytes.EMPTY, world.view(card).card().chip().orElseThrow().messageHash());
  }

  /** That the mark went with the contact of before says nothing of a write. */
  @Test
  void writeBeforeTheContactOfBeforeWasSetAgain_counts() {
    CardId card = made(UID, ChipOrder.USUAL, null);
    WireContact before = world.view(card).contact().orElseThrow();
    change(card, OTHER);
    EncodeJob job = job(World.STATION, UID);
    StationEvent late = event("late", job, UID, null);
    world.clock.advance(Duration.ofMinutes(1));
    change(card, before);

    assertEquals(EventsReply.Status.TAKEN, world.report(World.STATION, late).status());
    assertEquals(hash(job), world.view(card).card().chip().orElseThrow().messageHash());
    assertEquals(Set.of(Mark.CONTENT_STALE), world.view(card).card().status().marks());
  }

  /** To give back what it was told makes no room for more. */
  @Test
  void stationThatGivesBackWhatItWasTold_isToldOfFew() {
    for (int i = 0; i <= RewriteChips.OPEN_AT_ONCE; i++) {
      change(made("04E141124C29" + (10 + i), ChipOrder.USUAL, null), OTHER);
    }
    for (int i = 0; i < RewriteChips.OPEN_AT_ONCE; i++) {
      givenBack(job(World.STATION, "04E141124C29" + (10 + i)));
    }

    assertEquals(
        "rewrites-open-too-many",
        refusal(World.STATION, "04E141124C29" + (10 + RewriteChips.OPEN_AT_ONCE)));
    job(World.STATION, "04E141124C2910");
    world.clock.advance(RewriteChips.LEASE);
    job(World.STATION, "04E141124C29" + (10 + RewriteChips.OPEN_AT_ONCE));
  }

  private void givenBack(EncodeJob job) {
    StationEvent released =
        new StationEvent(
            "back-" + job.jobId(),
            job.jobId(),
            world.clock.instant(),
            StationEvent.Kind.RELEASED,
            null,
            null);
    assertEquals(EventsReply.Status.TAKEN, world.report(World.STATION, released).status());
  }

  @Test
  void anotherChipOrContentOrStation_isRefused() {
    CardId card = made(UID, ChipOrder.USUAL, null);
    change(card, OTHER);
    EncodeJob job = job(World.STATION, UID);

    assertEquals("rewrite-other-chip", problem(written(World.STATION, job, "04E141124C2899")));
    assertEquals("job-unknown", problem(written(World.OTHER_STATION, job, UID)));
    StationEvent invented =
        world.verified("invented", job.jobId(), UID, "https://elsewhere.example.com/");
    assertEquals("content-differs", problem(world.report(World.STATION, invented)));
    assertEquals(Set.of(Mark.CONTENT_STALE), world.view(card).card().status().marks());
  }

  @Test
  void chipThatCannotBeWritten_staysStaleAndMayBeAskedForAgain() {
    CardId card = made(UID, ChipOrder.USUAL, null);
    change(card, OTHER);
    EncodeJob job = job(World.STATION, UID);
    StationEvent refused =
        new StationEvent(
            "no",
            job.jobId(),
            world.clock.instant(),
            StationEvent.Kind.REFUSED,
            null,
            new StationEvent.Problem("tag-locked", "page 04 is locked"));

    assertEquals(EventsReply.Status.TAKEN, world.report(World.STATION, refused).status());
    assertEquals(Set.of(Mark.CONTENT_STALE), world.view(card).card().status().marks());
    assertNotEquals(job.jobId(), job(World.STATION, UID).jobId());
  }

  @Test
  void askedAgain_isTheSameRewriteForTheSameStation() {
    CardId card = made(UID, ChipOrder.USUAL, null);
    change(card, OTHER);
    EncodeJob first = job(World.STATION, UID);

    assertEquals(first.jobId(), job(World.STATION, UID).jobId());
    assertNotEquals(first.jobId(), job(World.OTHER_STATION, UID).jobId());
  }

  /** What a stolen station can be given is little, and stops until it says what became of it. */
  @Test
  void stationThatSaysNothing_isToldOfFewAndLaterOfOthers() {
    for (int i = 0; i <= RewriteChips.OPEN_AT_ONCE; i++) {
      change(made("04E141124C29" + (10 + i), ChipOrder.USUAL, null), OTHER);
    }
    for (int i = 0; i < RewriteChips.OPEN_AT_ONCE; i++) {
      job(World.STATION, "04E141124C29" + (10 + i));
    }
    String last = "04E141124C29" + (10 + RewriteChips.OPEN_AT_ONCE);

    assertEquals("rewrites-open-too-many", refusal(World.STATION, last));
    EncodeJob first = job(World.STATION, "04E141124C2910");
    written(World.STATION, first, "04E141124C2910");
    job(World.STATION, last);
    world.clock.advance(Duration.ofHours(1));
    job(World.STATION, "04E141124C2911");
  }

  private String refusal(Caller station, String uid) {
    return World.refused(world.rewriteChips.ask(station, Uid.ofHex(uid)).join())
        .refusal()
        .code()
        .code();
  }

  private RewriteReply told(Caller station, String uid) {
    return World.done(world.rewriteChips.ask(station, Uid.ofHex(uid)).join());
  }

  private EncodeJob job(Caller station, String uid) {
    return Objects.requireNonNull(told(station, uid).job());
  }

  private EventsReply.Result written(Caller station, EncodeJob job, String uid) {
    return world.report(station, event("written-" + events++, job, uid, null));
  }

  private static String problem(EventsReply.Result result) {
    return Objects.requireNonNull(result.problem()).code();
  }

  private StationEvent event(
      String id, EncodeJob job, String uid, @Nullable List<StationEvent.Finished> finished) {
    return new StationEvent(
        id,
        job.jobId(),
        world.clock.instant(),
        StationEvent.Kind.VERIFIED,
        new StationEvent.Encoded(uid, "NTAG215", message(job).toHex(), null, 30, finished),
        null);
  }

  private static Bytes hash(EncodeJob job) {
    return message(job).sha256();
  }

  private static Bytes message(EncodeJob job) {
    WireContact wire = Objects.requireNonNull(job.contact());
    Checked<Contact> contact =
        Contact.of(
            wire.name(), wire.title(), wire.company(), wire.phone(), wire.email(), wire.url());
    return CardMessages.of(new Link(job.link()), Optional.of(contact.orThrow()), job.linkCounting())
        .getFirst();
  }

  private void change(CardId card, WireContact contact) {
    Answer<Card> changed =
        world
            .changeContact
            .change(World.SHOP, new SeenCard(card, Optional.empty()), contact)
            .join();
    World.done(changed);
  }

  /** A card whose chip holds link and contact. */
  private CardId made(String uid, ChipOrder chip, @Nullable List<StationEvent.Finished> finished) {
    String number = "R-" + cards++;
    OrderLine line =
        new OrderLine(1, number, "", World.line(1, number).contact(), "", chip, Map.of());
    Placement placed =
        World.done(world.placeOrders.place(World.SHOP, World.key(number), List.of(line)).join());
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    assertEquals(
        EventsReply.Status.TAKEN,
        world.report(World.STATION, event("made-" + number, job, uid, finished)).status());
    return CardId.parse(placed.cards().getFirst().cardId()).orElseThrow();
  }

  private static WireContact contact(String name) {
    return new WireContact(name, "", "", "", "another@example.com", "");
  }
}
