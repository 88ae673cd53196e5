package tapwright.server.app.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.policy.pack.Step;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.claim.Deadline;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.duty.OutEvent;

/** Duties of two nodes on one record, whose clock is set by hand. */
class DutiesTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;
  private World world;
  private DoDuties first;
  private DoDuties second;
  private CardId card;

  @BeforeEach
  void open() {
    world = new World(folder);
    List<Duty> duties = List.of(new TellDeadlines(), new PlaceEvents());
    first = new DoDuties(world.store, duties, "first", world.clock);
    second = new DoDuties(world.store, duties, "second", world.clock);
    card = world.issued("A-1", "04E141124C2880").id();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void deadline_isToldADayBeforeAndWhenItHasPassedByOneNodeOnce() {
    add(deadline("c1", Deadline.Notice.NEAR, DAY), deadline("c1", Deadline.Notice.PASSED, DAY));

    assertEquals(0, rounds());
    world.clock.advance(DAY);
    assertEquals(2, rounds());
    assertEquals(0, rounds());
    assertEquals(List.of("deadline.near", "deadline.passed"), kinds(take("shop", 10)));
  }

  @Test
  void event_tellsWhatIsDueAndWhen() {
    add(deadline("c1", Deadline.Notice.PASSED, DAY));
    world.clock.advance(DAY);
    rounds();

    OutEvent event = take("shop", 1).getFirst();
    assertEquals("c1.refund.passed", event.id());
    assertEquals(
        "{\"claimId\":\"c1\",\"cardId\":\"%s\",\"step\":\"refund\",\"dueAt\":\"%s\"}"
            .formatted(card, World.START.plus(DAY)),
        event.payload());
  }

  /** A node that died keeps the duty for a while and no longer. */
  @Test
  void holderGone_isFollowedWhenItsTimeIsOver() {
    add(
        deadline("c1", Deadline.Notice.PASSED, DAY),
        deadline("c2", Deadline.Notice.PASSED, DAY.plus(DoDuties.HOLD)));
    world.clock.advance(DAY);
    assertEquals(2, first.round().join());

    world.clock.advance(DoDuties.HOLD.minusNanos(1_000));
    assertEquals(0, second.round().join());
    world.clock.advance(Duration.ofNanos(1_000));
    assertEquals(2, second.round().join());
    assertEquals(List.of("c1.refund.passed", "c2.refund.passed"), ids(take("shop", 10)));
  }

  /** More than one part holds, and each once. */
  @Test
  void manyAtOnce_areToldPartByPart() {
    List<Deadline> many = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      many.add(deadline("c" + i, Deadline.Notice.PASSED, DAY));
    }
    add(many.toArray(Deadline[]::new));
    world.clock.advance(DAY);

    assertEquals(4, first.round().join(), "three parts of deadlines, one of events");
    assertEquals(250, ids(take("shop", 1_000)).stream().distinct().count());
  }

  @Test
  void consumers_takeEachEventOnceAndInOrderEachForItself() {
    add(
        deadline("c1", Deadline.Notice.PASSED, DAY),
        deadline("c2", Deadline.Notice.PASSED, DAY.plusSeconds(1)));
    world.clock.advance(DAY.plusSeconds(1));
    rounds();

    assertEquals(List.of("c1.refund.passed"), ids(take("shop", 1)));
    assertEquals(List.of("c2.refund.passed"), ids(take("shop", 10)));
    assertEquals(List.of(), take("shop", 10));
    assertEquals(2, take("mail", 10).size());
  }

  /** An event that is stored after others have their places comes after them, whatever its time. */
  @Test
  void eventStoredLate_isNotPassedOver() {
    store("new", World.START.plusSeconds(9));
    rounds();
    assertEquals(List.of("new"), ids(take("shop", 10)));

    store("old", World.START);
    rounds();
    assertEquals(List.of("old"), ids(take("shop", 10)));
  }

  @Test
  void decision_bringsItsDeadlines() {
    List<Deadline> deadlines =
        Deadline.of(claim(), Map.of(Step.REFUND, World.START.plus(DAY.multipliedBy(7))));

    assertEquals(
        List.of(World.START.plus(DAY.multipliedBy(6)), World.START.plus(DAY.multipliedBy(7))),
        deadlines.stream().map(Deadline::tellAt).toList());
    assertEquals(
        List.of(Deadline.Notice.PASSED),
        Deadline.of(claim(), Map.of(Step.REFUND, World.START.plus(DAY))).stream()
            .map(Deadline::notice)
            .toList());
  }

  private StoredClaim claim() {
    return new StoredClaim(
        "c1",
        card,
        FirstSeller.ID,
        "order",
        "refund",
        "other",
        World.START,
        World.START,
        "pack@1",
        "",
        "",
        "full-refund",
        Bytes.EMPTY,
        Bytes.EMPTY,
        "{}",
        List.of());
  }

  private Deadline deadline(String claim, Deadline.Notice notice, Duration after) {
    Instant at = World.START.plus(after);
    return new Deadline(card, FirstSeller.ID, claim, "refund", notice, at, at);
  }

  private void add(Deadline... deadlines) {
    assertTrue(
        world
            .store
            .writeAcrossSellers(
                records -> {
                  records.deadlines().add(List.of(deadlines));
                  return true;
                })
            .join());
  }

  private void store(String id, Instant at) {
    OutEvent event = new OutEvent(id, FirstSeller.ID, "sample", "{}", at);
    assertTrue(world.store.writeAcrossSellers(records -> records.outbox().add(event)).join());
  }

  /** How many parts both nodes did in a round each. */
  private int rounds() {
    return first.round().join() + second.round().join();
  }

  private List<OutEvent> take(String consumer, int limit) {
    return world
        .store
        .writeAcrossSellers(
            records -> {
              List<OutEvent> next = records.outbox().next(consumer, limit);
              records.outbox().taken(consumer, next.size());
              return next;
            })
        .join();
  }

  private static List<String> ids(List<OutEvent> events) {
    return events.stream().map(OutEvent::id).toList();
  }

  private static List<String> kinds(List<OutEvent> events) {
    return events.stream().map(OutEvent::kind).toList();
  }
}
