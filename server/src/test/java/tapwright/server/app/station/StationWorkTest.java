package tapwright.server.app.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.StationEvent;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.card.CardView;
import tapwright.server.app.order.Placement;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.list.Page;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.station.Ability;
import tapwright.server.record.station.Job;
import tapwright.server.record.station.JobState;

class StationWorkTest implements NewRecord {

  private static final String UID = "04E141124C2880";
  private static final String OTHER_UID = "04E141124C2881";

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
  void lease_givesEachJobToOneStationInTheOrderOfItsRows() {
    Placement placement = world.order("A-1", 3);

    List<EncodeJob> first = world.lease(World.STATION, 2);
    List<EncodeJob> second = world.lease(World.OTHER_STATION, 5);

    assertEquals(
        placement.cards().stream().map(Placement.PlacedCard::jobId).toList(),
        List.of(first.get(0).jobId(), first.get(1).jobId(), second.get(0).jobId()));
    assertEquals(World.START.plus(World.LEASE), first.getFirst().leasedUntil());
    assertEquals("A-1", first.getFirst().order());
    assertTrue(first.getFirst().mirrorCounter());
    assertEquals("Sample Person 1", contactName(first.getFirst()));
    assertTrue(world.lease(World.STATION, 5).isEmpty());
  }

  private static String contactName(EncodeJob job) {
    assertNotNull(job.contact());
    return job.contact().name();
  }

  @Test
  void lease_thatRanOut_goesToTheNextStation() {
    world.order("A-1", 1);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();

    world.clock.advance(World.LEASE.minusSeconds(1));
    assertTrue(world.lease(World.OTHER_STATION, 1).isEmpty());
    world.clock.advance(Duration.ofSeconds(1));

    assertEquals(job.jobId(), world.lease(World.OTHER_STATION, 1).getFirst().jobId());
  }

  @Test
  void lease_ofAStationThatHasAllItMay_isRefusedUntilItReportsOrItsTimeIsOver() {
    world.order("A-1", World.MOST_JOBS + 3);
    List<EncodeJob> jobs = world.lease(World.STATION, 5);
    assertEquals(World.MOST_JOBS - 5, world.lease(World.STATION, 500).size());

    assertEquals(
        "station station 1 has 40 jobs that it said nothing of, allowed are 40 at once: make those,"
            + " or let an admin revoke the station's token where they are lost",
        World.refused(world.leaseJobs.lease(World.STATION, Ability.ALL_CHIPS, 1).join())
            .refusal()
            .message());
    assertEquals(1, world.lease(World.OTHER_STATION, 1).size());

    world.report(World.STATION, world.verified("e1", jobs.getFirst(), UID));
    assertEquals(1, world.lease(World.STATION, 500).size());
    world.clock.advance(World.LEASE);
    assertEquals(World.MOST_JOBS, world.lease(World.STATION, 500).size());
  }

  @Test
  void anotherMessageFromWhoHasNoLease_stopsNothingAndTellsNothing() {
    Placement placement = world.order("A-1", 1);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();

    EventsReply.Result result =
        world.report(
            World.OTHER_STATION,
            world.verified("x", job.jobId(), UID, "https://cards.example.com/t/0000000000"));

    assertEquals("job-not-leased", problem(result));
    assertFalse(result.toString().contains(job.slug()), result.toString());
    CardView view = world.view(cardId(placement, 0));
    assertEquals(CardState.BLANK, view.card().status().state());
    assertEquals(List.of(), view.history());
    assertEquals(
        Optional.of(World.STATION.id()),
        world
            .runJobs
            .list(FirstSeller.ID, Optional.of(JobState.LEASED), Page.first(5))
            .join()
            .stream()
            .map(leased -> leased.leasedTo().orElseThrow())
            .findFirst());
    assertEquals(
        EventsReply.Status.TAKEN,
        world.report(World.STATION, world.verified("e1", job, UID)).status());
  }

  @Test
  void lease_passesOverHeldAndRevokedCards() {
    Placement placement = world.order("A-1", 2);
    world
        .runCards
        .act(World.SHOP, cardId(placement, 0), World.act(new CardEvent.Held(Hold.FRAUD)))
        .join();
    world.runCards.act(World.SHOP, cardId(placement, 1), World.act(CardEvent.Step.REVOKED)).join();

    assertTrue(world.lease(World.STATION, 5).isEmpty());
  }

  @Test
  void verified_makesTheCardOnceHoweverOftenItIsSent() {
    Placement placement = world.order("A-1", 1);
    StationEvent event = world.verified("e1", world.lease(World.STATION, 1).getFirst(), UID);

    EventsReply.Result first = world.report(World.STATION, event);
    EventsReply.Result second = world.report(World.STATION, event);

    assertEquals(new EventsReply.Result("e1", EventsReply.Status.TAKEN, null), first);
    assertEquals(new EventsReply.Result("e1", EventsReply.Status.KNOWN, null), second);
    CardView view = world.view(cardId(placement, 0));
    assertEquals(CardState.VERIFIED, view.card().status().state());
    assertEquals(UID, view.card().chip().orElseThrow().uid().toString());
    assertEquals(Optional.of(true), view.card().contentMatchesOrder());
    assertEquals(List.of("verified"), view.history().stream().map(CardHistory::kind).toList());
    assertEquals(
        JobState.DONE,
        world
            .runJobs
            .list(FirstSeller.ID, Optional.empty(), Page.first(5))
            .join()
            .getFirst()
            .state());
  }

  @Test
  void sameEventIdOfAnotherStation_isAnotherEvent() {
    world.order("A-1", 1);
    StationEvent event = world.verified("e1", world.lease(World.STATION, 1).getFirst(), UID);
    world.report(World.STATION, event);

    assertEquals("card-made-already", problem(world.report(World.OTHER_STATION, event)));
  }

  @Test
  void oneChipInTwoLiveCards_isRefusedStoredAndReported() {
    Placement placement = world.order("A-1", 2);
    List<EncodeJob> jobs = world.lease(World.STATION, 2);
    world.report(World.STATION, world.verified("e1", jobs.get(0), UID));

    StationEvent twice = world.verified("e2", jobs.get(1), UID);
    EventsReply.Result result = world.report(World.STATION, twice);

    assertEquals("uid-live-elsewhere", problem(result));
    assertEquals(result, world.report(World.STATION, twice));
    assertEquals(CardState.BLANK, world.view(cardId(placement, 1)).card().status().state());
    assertEquals(
        List.of("e2"),
        world.runJobs.refusedEvents(FirstSeller.ID, Page.first(5)).join().stream()
            .map(stored -> stored.event().eventId())
            .toList());
    assertEquals(
        JobState.STOPPED,
        world
            .runJobs
            .list(FirstSeller.ID, Optional.of(JobState.STOPPED), Page.first(5))
            .join()
            .getFirst()
            .state());
  }

  @Test
  void theChipOfARevokedCard_mayLiveInAnother() {
    Placement placement = world.order("A-1", 2);
    List<EncodeJob> jobs = world.lease(World.STATION, 2);
    world.report(World.STATION, world.verified("e1", jobs.get(0), UID));
    world.runCards.act(World.SHOP, cardId(placement, 0), World.act(CardEvent.Step.REVOKED)).join();

    assertEquals(
        EventsReply.Status.TAKEN,
        world.report(World.STATION, world.verified("e2", jobs.get(1), UID)).status());
  }

  @Test
  void twoOfflineStationsMakeOneCard_theFirstEventWins() {
    Placement placement = world.order("A-1", 1);
    EncodeJob late = world.lease(World.STATION, 1).getFirst();
    world.clock.advance(World.LEASE);
    EncodeJob again = world.lease(World.OTHER_STATION, 1).getFirst();

    assertEquals(
        EventsReply.Status.TAKEN,
        world.report(World.STATION, world.verified("a", late, UID)).status());
    assertEquals(
        "card-made-already",
        problem(world.report(World.OTHER_STATION, world.verified("b", again, OTHER_UID))));
    assertEquals(
        UID, world.view(cardId(placement, 0)).card().chip().orElseThrow().uid().toString());
  }

  @Test
  void contentThatWasNotOrdered_leavesTheCardUnverified() {
    Placement placement = world.order("A-1", 1);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();

    EventsReply.Result result =
        world.report(
            World.STATION,
            world.verified("e1", job.jobId(), UID, "https://cards.example.com/t/0000000000"));

    assertEquals("content-differs", problem(result));
    Card card = world.view(cardId(placement, 0)).card();
    assertEquals(CardState.ENCODED, card.status().state());
    assertEquals(Optional.of(false), card.contentMatchesOrder());
  }

  @Test
  void theContactOfTheCard_isWhatWasOrdered() {
    Placement placement = world.order("A-1", 1);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();

    assertEquals(
        EventsReply.Status.TAKEN,
        world
            .report(
                World.STATION,
                world.verified("e1", job.jobId(), UID, withContact(job, "Sample Person 1")))
            .status());
    assertEquals(Optional.of(true), world.view(cardId(placement, 0)).card().contentMatchesOrder());
  }

  @Test
  void anotherPersonsContactBehindTheRightLink_leavesTheCardUnverified() {
    Placement placement = world.order("A-1", 1);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();

    EventsReply.Result result =
        world.report(
            World.STATION,
            world.verified("e1", job.jobId(), UID, withContact(job, "Sample Stranger")));

    assertEquals("content-differs", problem(result));
    assertEquals(Optional.of(false), world.view(cardId(placement, 0)).card().contentMatchesOrder());
  }

  @Test
  void theContactOnTheChip_isNowhereInTheRecordInTheClear() throws IOException {
    world.order("A-1", 1);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(
        World.STATION, world.verified("e1", job.jobId(), UID, withContact(job, "Sample Person 1")));

    String record = stored(folder);
    assertTrue(record.contains(UID), "the record is not where it is looked for");
    for (String personal : List.of("Sample Person 1", "sample@example.com")) {
      assertFalse(record.contains(personal), personal);
      assertFalse(record.contains(Bytes.ofUtf8(personal).toHex()), personal + " as hex");
    }
  }

  private static NdefMessage withContact(EncodeJob job, String name) {
    Contact contact =
        Contact.of(name, "", "Example Ltd", "", "sample@example.com", "https://example.com/1")
            .orThrow();
    return NdefMessage.of(
        new Link(job.link()).withParameter("m", CardMessages.MIRROR_PLACEHOLDER).record(),
        contact.record());
  }

  @Test
  void aCardMadeWrong_isMadeRightAfterItsJobIsQueuedAgain() {
    Placement placement = world.order("A-1", 1);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(
        World.STATION, world.verified("e1", job.jobId(), UID, "https://example.com/other"));
    World.done(world.runJobs.requeue(World.SHOP, job.jobId()).join());

    EncodeJob again = world.lease(World.STATION, 1).getFirst();

    assertEquals(
        EventsReply.Status.TAKEN,
        world.report(World.STATION, world.verified("e2", again, UID)).status());
    assertEquals(Optional.of(true), world.view(cardId(placement, 0)).card().contentMatchesOrder());
  }

  @Test
  void refusedByTheStation_stopsTheJobUntilAPersonQueuesItAgain() {
    world.order("A-1", 1);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    StationEvent.Problem full = new StationEvent.Problem("message-too-long", "87 bytes over");

    world.report(
        World.STATION,
        new StationEvent(
            "e1", job.jobId(), world.clock.instant(), StationEvent.Kind.REFUSED, null, full));

    Job stopped =
        world.runJobs.list(FirstSeller.ID, Optional.empty(), Page.first(5)).join().getFirst();
    assertEquals(JobState.STOPPED, stopped.state());
    assertEquals(Optional.of(full), stopped.problem());
    assertTrue(world.lease(World.STATION, 5).isEmpty());
    World.done(world.runJobs.requeue(World.SHOP, job.jobId()).join());
    assertEquals(1, world.lease(World.STATION, 5).size());
    assertEquals(
        "job is leased, allowed is stopped",
        World.refused(world.runJobs.requeue(World.SHOP, job.jobId()).join()).refusal().message());
  }

  @Test
  void released_goesBackAtOnceButOnlyByWhoHasIt() {
    world.order("A-1", 1);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();

    world.report(World.OTHER_STATION, released("x", job));
    assertTrue(world.lease(World.OTHER_STATION, 1).isEmpty());
    world.report(World.STATION, released("y", job));

    assertEquals(1, world.lease(World.OTHER_STATION, 1).size());
  }

  private StationEvent released(String eventId, EncodeJob job) {
    return new StationEvent(
        eventId, job.jobId(), world.clock.instant(), StationEvent.Kind.RELEASED, null, null);
  }

  @Test
  void anEventOfAnUnknownJobOrWithoutItsContent_isRefusedAndStored() {
    world.order("A-1", 1);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    StationEvent unknown =
        new StationEvent(
            "e1", "NOJOB", world.clock.instant(), StationEvent.Kind.RELEASED, null, null);
    StationEvent empty =
        new StationEvent(
            "e2", job.jobId(), world.clock.instant(), StationEvent.Kind.VERIFIED, null, null);

    assertEquals("job-unknown", problem(world.report(World.STATION, unknown)));
    assertEquals("event-incomplete", problem(world.report(World.STATION, empty)));
    assertEquals(2, world.runJobs.refusedEvents(FirstSeller.ID, Page.first(5)).join().size());
  }

  @Test
  void activationAtTheStation_bringsTheCardIntoUseThere() {
    world
        .store
        .writeAcrossSellers(
            records -> {
              records.sellers().setActivation(FirstSeller.ID, Activation.STATION);
              return true;
            })
        .join();
    Placement placement = world.order("A-1", 1);

    world.report(
        World.STATION, world.verified("e1", world.lease(World.STATION, 1).getFirst(), UID));

    CardView view = world.view(cardId(placement, 0));
    assertEquals(CardState.ACTIVE, view.card().status().state());
    assertEquals(
        List.of("verified", "issued", "activated"),
        view.history().stream().map(CardHistory::kind).toList());
  }

  private static CardId cardId(Placement placement, int index) {
    return CardId.parse(placement.cards().get(index).cardId()).orElseThrow();
  }

  private static String problem(EventsReply.Result result) {
    assertEquals(EventsReply.Status.REFUSED, result.status());
    assertNotNull(result.problem());
    assertNotEquals("", result.problem().message());
    return result.problem().code();
  }

  @Test
  void taken_hasNoProblem() {
    world.order("A-1", 1);

    assertNull(
        world
            .report(
                World.STATION, world.verified("e1", world.lease(World.STATION, 1).getFirst(), UID))
            .problem());
  }
}
