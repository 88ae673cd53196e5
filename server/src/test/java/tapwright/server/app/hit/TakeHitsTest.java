package tapwright.server.app.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardState;
import tapwright.core.card.Slug;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.server.app.FutureWaiter;
import tapwright.server.app.UnreliableLedger;
import tapwright.server.app.World;
import tapwright.server.app.card.CardView;
import tapwright.server.record.StoreFault;
import tapwright.server.record.card.Card;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hit.UsageCount;

/** Hits that are stored together: each as if it was stored alone, after the one before it. */
class TakeHitsTest {

  private static final String UID = "04E141124C2880";

  @TempDir private Path folder;
  private World world;
  private UnreliableLedger ledger;
  private long nextId;

  @BeforeEach
  void open() {
    world = new World(folder);
    ledger = new UnreliableLedger(world.store);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private TakeHits desk(int queued, int batch) {
    return new TakeHits(ledger, world.hitRules, new TakeHits.Limits(queued, batch));
  }

  private Arrival read(Slug slug, int counter) {
    ChipParameters mirror = ChipParameters.mirrored("%sx%06X".formatted(UID, counter));
    return new Arrival(
        slug,
        new Hit(LinkKind.CHIP, false, World.PHONE, "", mirror, false),
        world.clock.instant(),
        nextId++);
  }

  /** Takes the first, and while it is being stored the others, which so become one batch. */
  private List<CompletableFuture<HitAnswer>> together(TakeHits desk, List<Arrival> hits) {
    ledger.is(UnreliableLedger.Mood.HELD);
    List<CompletableFuture<HitAnswer>> told =
        hits.stream().map(hit -> FutureWaiter.takenBy(desk, hit)).toList();
    ledger.release();
    return told;
  }

  private long taps(Card card) {
    return world.view(card.id()).usage().stream()
        .filter(count -> count.hitClass() == HitClass.TAP)
        .mapToLong(UsageCount::count)
        .sum();
  }

  @Test
  void hitsOfABatch_areDecidedInTheirOrder() {
    Card card = world.issued("A-1", UID);

    together(
            desk(100, 100),
            List.of(
                read(card.slug(), 3),
                read(card.slug(), 5),
                read(card.slug(), 5),
                read(card.slug(), 4),
                read(card.slug(), 9)))
        .forEach(CompletableFuture::join);

    assertEquals(
        List.of(new UsageCount(HitClass.REPLAY, 1), new UsageCount(HitClass.TAP, 4)),
        world.view(card.id()).usage());
  }

  @Test
  void aFirstTapInABatch_bringsTheCardIntoUseOnce() {
    Card card = world.issued("A-1", UID);

    together(
            desk(100, 100),
            List.of(read(card.slug(), 2), read(card.slug(), 3), read(card.slug(), 4)))
        .forEach(CompletableFuture::join);

    CardView view = world.view(card.id());
    assertEquals(CardState.ACTIVE, view.card().status().state());
    assertEquals("activated", view.history().getLast().kind());
    assertEquals(3, view.history().size());
  }

  @Test
  void hitsBeyondTheQueue_areRefusedAndThoseInItAreStored() {
    Card card = world.issued("A-1", UID);
    List<Arrival> hits = new ArrayList<>();
    for (int counter = 3; counter < 10; counter++) {
      hits.add(read(card.slug(), counter));
    }

    List<CompletableFuture<HitAnswer>> told = together(desk(3, 2), hits);

    // One in flight and three that wait; the other three are too many.
    for (int i = 0; i < 4; i++) {
      assertInstanceOf(HitAnswer.Redirect.class, told.get(i).join());
    }
    for (int i = 4; i < 7; i++) {
      assertInstanceOf(
          StoreFault.Overloaded.class,
          assertThrows(CompletionException.class, told.get(i)::join).getCause());
    }
    assertEquals(List.of(new UsageCount(HitClass.TAP, 4)), world.view(card.id()).usage());
  }

  @Test
  void aHitWithADefect_failsAloneAndTheOthersOfItsBatchAreStored() {
    Card card = world.issued("A-1", UID);
    Arrival fine = read(card.slug(), 3);
    List<Arrival> hits = new ArrayList<>();
    hits.add(read(card.slug(), 4));
    for (int counter = 5; counter < 12; counter++) {
      hits.add(read(card.slug(), counter));
    }
    FutureWaiter.takenBy(desk(100, 100), fine).join();
    // A second hit with the key of one on record breaks a rule of the schema.
    hits.set(3, fine);

    List<CompletableFuture<HitAnswer>> told = together(desk(100, 100), hits);

    for (int i = 0; i < told.size(); i++) {
      if (i == 3) {
        assertInstanceOf(
            IllegalStateException.class,
            assertThrows(CompletionException.class, told.get(i)::join).getCause());
      } else {
        assertInstanceOf(HitAnswer.Redirect.class, told.get(i).join());
      }
    }
    assertEquals(List.of(new UsageCount(HitClass.TAP, 8)), world.view(card.id()).usage());
  }

  @Test
  void allOfABatch_areToldInOneTurnOfTheirLoop() throws InterruptedException {
    Card card = world.issued("A-1", UID);
    TakeHits desk = desk(100, 100);
    AtomicInteger turns = new AtomicInteger();
    CountDownLatch told = new CountDownLatch(6);
    Executor loop =
        work -> {
          turns.incrementAndGet();
          work.run();
        };
    ledger.is(UnreliableLedger.Mood.HELD);
    for (int counter = 3; counter < 9; counter++) {
      desk.take(read(card.slug(), counter), new CountingWaiter(loop, told));
    }
    ledger.release();

    told.await();
    assertEquals(2, turns.get(), "one for the first hit, one for the five that waited behind it");
  }

  @Test
  void aWaiterWithADefect_keepsNobodyBehindItWaiting() throws InterruptedException {
    Card card = world.issued("A-1", UID);
    TakeHits desk = desk(100, 100);
    CountDownLatch told = new CountDownLatch(4);
    CountDownLatch defects = new CountDownLatch(1);
    Executor loop =
        work -> {
          try {
            work.run();
          } catch (IllegalStateException defect) {
            defects.countDown();
          }
        };
    ledger.is(UnreliableLedger.Mood.HELD);
    desk.take(read(card.slug(), 3), new CountingWaiter(loop, told));
    desk.take(read(card.slug(), 4), new DefectiveWaiter(loop));
    for (int counter = 5; counter < 8; counter++) {
      desk.take(read(card.slug(), counter), new CountingWaiter(loop, told));
    }
    ledger.release();

    told.await();
    defects.await();
    assertEquals(5, taps(card));
  }

  @Test
  void aLoopThatHasEnded_keepsNobodyOnAnotherLoopWaiting() {
    Card card = world.issued("A-1", UID);
    TakeHits desk = desk(100, 100);
    CountDownLatch told = new CountDownLatch(1);
    Executor ended =
        work -> {
          throw new RejectedExecutionException("event executor terminated");
        };
    ledger.is(UnreliableLedger.Mood.HELD);
    CompletableFuture<HitAnswer> first = FutureWaiter.takenBy(desk, read(card.slug(), 3));
    desk.take(read(card.slug(), 4), new CountingWaiter(ended, told));
    CompletableFuture<HitAnswer> other = FutureWaiter.takenBy(desk, read(card.slug(), 5));
    ledger.release();

    assertInstanceOf(HitAnswer.Redirect.class, first.join());
    assertInstanceOf(HitAnswer.Redirect.class, other.orTimeout(10, TimeUnit.SECONDS).join());
    assertEquals(1, told.getCount());
  }

  @Test
  void aClockThatJumpsBackAnHour_changesTimesButNoCounts() {
    Card card = world.issued("A-1", UID);
    TakeHits desk = desk(100, 100);
    FutureWaiter.takenBy(desk, read(card.slug(), 3)).join();

    world.clock.advance(Duration.ofHours(-1));
    FutureWaiter.takenBy(desk, read(card.slug(), 3)).join();
    FutureWaiter.takenBy(desk, read(card.slug(), 4)).join();

    assertEquals(
        List.of(new UsageCount(HitClass.REPLAY, 1), new UsageCount(HitClass.TAP, 2)),
        world.view(card.id()).usage());
    assertEquals(
        List.of(World.START.minus(Duration.ofHours(1)), World.START),
        world
            .store
            .readAcrossSellers(
                records ->
                    records
                        .hits()
                        .instants(
                            card.id(),
                            Set.of(HitClass.TAP),
                            World.START.minus(Duration.ofDays(1)),
                            World.START.plus(Duration.ofDays(1))))
            .join());
  }

  @Test
  void limits_thatHoldNothing_areDefects() {
    assertThrows(IllegalArgumentException.class, () -> new TakeHits.Limits(10, 0));
    assertThrows(IllegalArgumentException.class, () -> new TakeHits.Limits(10, 11));
  }

  /** Fails whatever it is told. */
  private record DefectiveWaiter(Executor loop) implements HitWaiter {

    @Override
    public void answered(HitAnswer answer) {
      throw new IllegalStateException("a defect");
    }

    @Override
    public void failed(Throwable failure) {
      throw new IllegalStateException("a defect");
    }
  }

  /** Counts what it is told. */
  private record CountingWaiter(Executor loop, CountDownLatch told) implements HitWaiter {

    @Override
    public void answered(HitAnswer answer) {
      told.countDown();
    }

    @Override
    public void failed(Throwable failure) {
      throw new AssertionError(failure);
    }
  }
}
