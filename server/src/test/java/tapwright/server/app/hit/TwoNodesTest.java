package tapwright.server.app.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.EventsRequest;
import tapwright.core.wire.LeaseReply;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.nodes.Wait;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardFilter;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hit.CounterWanted;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.record.station.Ability;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.postgres.PostgresStore;

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

    for (int counter : shuffled(3, 203)) {
      // Read by read, so that the two nodes decide on each at the same time.
      CompletableFuture<HitAnswer> one = take(here, card, counter);
      CompletableFuture<HitAnswer> other = take(there, card, counter);
      assertInstanceOf(HitAnswer.Redirect.class, one.join());
      assertInstanceOf(HitAnswer.Redirect.class, other.join());
    }

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
    return node.take(arrival(node, card, counter));
  }

  private static Arrival arrival(World node, Card card, int counter) {
    ChipParameters mirror = ChipParameters.mirrored("%sx%06X".formatted(UID, counter));
    Hit hit = new Hit(LinkKind.CHIP, false, World.PHONE, "", mirror, false);
    return new Arrival(card.slug(), hit, node.clock.instant(), node.random.nextLong());
  }

  @Test
  void theFirstTap_bringsTheCardIntoUseOnce() {
    Card card = here.issued("A-1", UID);

    CompletableFuture.allOf(take(here, card, 3), take(there, card, 4)).join();

    assertEquals(
        List.of("verified", "issued", "activated"),
        here.view(card.id()).history().stream().map(CardHistory::kind).toList());
  }

  /** Four rounds: in the order of their hits the two batches met in most. */
  @Test
  void firstTapsOfTheSameCards_inOppositeOrders_keepNeitherNodeWaitingForTheOther()
      throws Exception {
    List<Card> cards = issued(120);
    execute("UPDATE card SET counter_baseline = -1");
    for (int from = 0; from < cards.size(); from += 30) {
      List<Card> some = cards.subList(from, from + 30);
      CompletableFuture.allOf(bareTaps(here, some), bareTaps(there, some.reversed())).join();
    }

    here.close();
    there.close();
    awaitEndOfSessions();
    assertEquals(
        "0 deadlocks, 120 cards in use",
        text(
            "SELECT deadlocks || ' deadlocks, '"
                + " || (SELECT count(*) FROM card WHERE state = 'active') || ' cards in use'"
                + " FROM pg_stat_database WHERE datname = current_database()"));
  }

  /** A session hands in what it has counted before it is gone from the list. */
  private void awaitEndOfSessions() {
    Wait.until(
        "all other sessions have ended",
        Duration.ofSeconds(60),
        () -> sessions().equals("0"),
        this::sessions);
  }

  private String sessions() {
    return text(
        "SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
  }

  private List<Card> issued(int count) {
    Placement placement = here.order("A-1", count);
    int made = 0;
    while (made < count) {
      for (EncodeJob job : here.lease(World.STATION, count - made)) {
        here.report(
            World.STATION, here.verified("made" + made, job, "04E1411200%04X".formatted(made++)));
      }
    }
    return placement.cards().stream()
        .map(placed -> CardId.parse(placed.cardId()).orElseThrow())
        .map(id -> here.runCards.act(World.SHOP, id, World.act(CardEvent.Step.ISSUED)).join())
        .map(World::done)
        .toList();
  }

  private static CompletableFuture<HitBatch.Stored> bareTaps(World node, List<Card> cards) {
    Hit bare = new Hit(LinkKind.CHIP, false, World.PHONE, "", ChipParameters.NONE, false);
    List<Arrival> arrivals =
        cards.stream()
            .map(
                card ->
                    new Arrival(card.slug(), bare, node.clock.instant(), node.random.nextLong()))
            .toList();
    return node.store.writeHits(records -> HitBatch.take(records, node.hitRules, arrivals));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = url.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String text(String query) {
    try (Connection connection = url.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Test
  void aCardThatChangedOnTheOtherNode_isFoundChangedOnce() {
    Card card = here.issued("A-1", UID);
    take(here, card, 3).join();
    take(here, card, 4).join();
    World.done(there.runCards.leadTo(World.SHOP, card.id(), "https://example.com/new").join());

    assertEquals(List.of("https://example.com/new"), foundChanged(here, card));
    assertEquals(List.of(), foundChanged(here, card));
  }

  private static List<String> foundChanged(World node, Card card) {
    return node
        .store
        .writeHits(
            records -> {
              Collection<Card> known = records.cards().bySlugs(List.of(card.slug())).values();
              return records.hits().open(known, List.of()).changed();
            })
        .join()
        .stream()
        .map(Card::target)
        .toList();
  }

  @Test
  void aNodeThatHangsInItsBatch_doesNotKeepTheOtherWaitingForLong() {
    Card card = here.issued("A-1", UID);
    take(here, card, 3).join();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch hangs = new CountDownLatch(1);
    CounterWanted counter = new CounterWanted(BatchCounters.run(card), card.seller(), 0, Set.of(0));
    CompletableFuture<Boolean> hanging =
        here.store.writeHits(
            records -> {
              records.hits().open(List.of(), List.of(counter));
              held.countDown();
              return await(hangs);
            });
    try {
      await(held);
      assertInstanceOf(
          HitAnswer.Redirect.class, take(there, card, 4).orTimeout(4, TimeUnit.SECONDS).join());
    } finally {
      hangs.countDown();
    }
    assertTrue(hanging.join(), "the database said that it undid the batch, so it ran again");
  }

  /** The batch had been decided when it hung, and only its commit found out. */
  @Test
  void aBatchThatHungBeforeItsCommit_isStoredOnce() {
    Card card = here.issued("A-1", UID);
    take(here, card, 3).join();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch hangs = new CountDownLatch(1);
    List<Arrival> hits = List.of(arrival(here, card, 5));
    CompletableFuture<Boolean> hanging =
        here.store.writeHits(
            records -> {
              HitBatch.take(records, here.hitRules, hits);
              held.countDown();
              return await(hangs);
            });
    try {
      await(held);
      take(there, card, 4).join();
    } finally {
      hangs.countDown();
    }
    assertTrue(hanging.join());
    assertEquals(List.of(new UsageCount(HitClass.TAP, 3)), there.view(card.id()).usage());
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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

    List<CompletableFuture<Answer<LeaseReply>>> leases = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      leases.add(here.leaseJobs.lease(World.STATION, Ability.ALL_CHIPS, 4));
      leases.add(there.leaseJobs.lease(World.OTHER_STATION, Ability.ALL_CHIPS, 4));
    }

    List<String> jobs =
        leases.stream()
            .flatMap(lease -> World.done(lease.join()).jobs().stream())
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
            .readAcrossSellers(
                records -> records.cards().list(new CardFilter(FirstSeller.ID, "", "", 0, 10)))
            .join()
            .stream()
            .map(card -> card.id().toString())
            .toList());
  }
}
