package tapwright.server.main.bench.record;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.app.hit.HitWaiter;
import tapwright.server.app.hit.TakeHits;
import tapwright.server.main.bench.stage.BenchProgress;
import tapwright.server.main.bench.taps.TapsTable;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.record.hit.Arrival;

/** Puts many taps on record by the way that all hits take, in batches as large as it allows. */
final class TapLoader {

  /** Every so many taps it is said how far it is. */
  private static final long STEP = 100_000;

  private final TakeHits desk;
  private final int waiting;
  private final BenchProgress progress;

  /**
   * A loader.
   *
   * @param waiting how many taps may wait for their commit at a time
   */
  TapLoader(TakeHits desk, int waiting, BenchProgress progress) {
    this.desk = desk;
    this.waiting = waiting;
    this.progress = progress;
  }

  /** Stores so many taps; returns when all are committed. */
  void load(String what, long count, LongFunction<Arrival> taps) {
    Semaphore room = new Semaphore(waiting);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    for (long place = 0; place < count; place++) {
      if (place % STEP == 0) {
        progress.step(what + ": " + TapsTable.grouped(place) + " are on record");
      }
      room.acquireUninterruptibly();
      desk.take(taps.apply(place), new Waiter(room, failure));
      check(failure.get());
    }
    room.acquireUninterruptibly(waiting);
    check(failure.get());
  }

  private static void check(@Nullable Throwable failure) {
    if (failure != null) {
      throw new ServerFault("a tap could not be stored: " + failure.getMessage(), failure);
    }
  }

  private record Waiter(Semaphore room, AtomicReference<@Nullable Throwable> failure)
      implements HitWaiter {

    /** On the thread that commits: giving room back is quick. */
    @Override
    public Executor loop() {
      return Runnable::run;
    }

    @Override
    public void answered(HitAnswer answer) {
      room.release();
    }

    @Override
    public void failed(Throwable why) {
      failure.compareAndSet(null, why);
      room.release();
    }
  }
}
