package tapwright.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tapwright.core.card.CardEvent;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.EventsRequest;
import tapwright.core.wire.LeaseReply;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.store.PostgresStore;
import tapwright.server.store.RecordUrl;

/** Two nodes on one record: what may happen once happens once, whichever node is asked. */
@Tag("postgres")
class TwoNodesTest {

  private static final String UID = "04E141124C2880";

  private final RecordUrl url = PostgresRecords.create();
  private final World here = new World(PostgresStore.open(url, PostgresRecords.means()), 1);
  private final World there = new World(PostgresStore.open(url, PostgresRecords.means()), 2);

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @Test
  void aReadThatReachesBoth_countsOnce() {
    Card card = here.issued("A-1", UID);
    List<CompletableFuture<HitAnswer>> answers = new ArrayList<>();
    for (int counter : shuffled(3, 203)) {
      answers.add(take(here, card, counter));
      answers.add(take(there, card, counter));
    }

    answers.forEach(answer -> assertInstanceOf(HitAnswer.Redirect.class, answer.join()));
    assertEquals(
        List.of(new UsageCount(HitClass.REPLAY, 200), new UsageCount(HitClass.TAP, 200)),
        there.view(card.id()).usage());
  }

  private static List<Integer> shuffled(int from, int to) {
    List<Integer> counters = new ArrayList<>();
    for (int counter = from; counter < to; counter++) {
      counters.add(counter);
    }
    Collections.shuffle(counters, new Random(3));
    return counters;
  }

  private static CompletableFuture<HitAnswer> take(World node, Card card, int counter) {
    ChipParameters mirror = ChipParameters.mirrored("%sx%06X".formatted(UID, counter));
    Hit hit = new Hit(LinkKind.CHIP, false, World.PHONE, "", mirror, false);
    return node.take(new Arrival(card.slug(), hit, node.clock.instant(), node.random.nextLong()));
  }

  @Test
  void theFirstTap_bringsTheCardIntoUseOnce() {
    Card card = here.issued("A-1", UID);

    CompletableFuture.allOf(take(here, card, 3), take(there, card, 4)).join();

    assertEquals(
        List.of("verified", "issued", "activated"),
        here.view(card.id()).history().stream().map(CardHistory::kind).toList());
  }

  @Test
  void aRevocation_isSeenByTheNextHitOnTheOtherNode() {
    Card card = here.issued("A-1", UID);
    assertInstanceOf(HitAnswer.Redirect.class, take(there, card, 3).join());

    World.done(here.runCards.act(World.SHOP, card.id(), World.act(CardEvent.Step.REVOKED)).join());

    assertEquals(new HitAnswer.Page(HitAnswer.PageKind.REVOKED), take(there, card, 4).join());
  }

  @Test
  void aJob_isLeasedByOneStation() {
    here.order("A-1", 20);

    List<CompletableFuture<LeaseReply>> leases = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      leases.add(here.leaseJobs.lease(World.STATION, Ability.ALL_CHIPS, 4));
      leases.add(there.leaseJobs.lease(World.OTHER_STATION, Ability.ALL_CHIPS, 4));
    }

    List<String> jobs =
        leases.stream()
            .flatMap(lease -> lease.join().jobs().stream())
            .map(EncodeJob::jobId)
            .toList();
    assertEquals(20, jobs.size());
    assertEquals(20, new HashSet<>(jobs).size());
  }

  @Test
  void aChip_becomesOneLiveCard() {
    here.order("A-1", 2);
    EncodeJob first = here.lease(World.STATION, 1).getFirst();
    EncodeJob second = there.lease(World.OTHER_STATION, 1).getFirst();

    Set<EventsReply.Status> statuses = new HashSet<>();
    Stream.of(report(here, World.STATION, first), report(there, World.OTHER_STATION, second))
        .forEach(reply -> statuses.add(reply.join().results().getFirst().status()));

    assertEquals(Set.of(EventsReply.Status.TAKEN, EventsReply.Status.REFUSED), statuses);
  }

  private static CompletableFuture<EventsReply> report(World node, Caller station, EncodeJob job) {
    return node.takeEvents.take(
        station, new EventsRequest(List.of(node.verified("made-" + station.name(), job, UID))));
  }

  @Test
  void anOrderSentToBoth_isPlacedOnce() {
    List<OrderLine> lines = List.of(World.line(1, "A-1"));

    CompletableFuture<Answer<Placement>> one =
        here.placeOrders.place(World.SHOP, World.key("A-1"), lines);
    CompletableFuture<Answer<Placement>> other =
        there.placeOrders.place(World.SHOP, World.key("A-1"), lines);

    assertEquals(World.done(one.join()), World.done(other.join()));
    assertEquals(
        List.of(World.done(one.join()).cards().getFirst().cardId()),
        here
            .store
            .read(records -> records.cards().list(new CardFilter(FirstSeller.ID, "", "", 0, 10)))
            .join()
            .stream()
            .map(card -> card.id().toString())
            .toList());
  }
}
