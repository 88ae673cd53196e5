package tapwright.server.main.bench;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.Arrival;
import tapwright.server.app.HitAnswer;
import tapwright.server.app.HitWaiter;
import tapwright.server.app.TakeHits;
import tapwright.server.main.ServerFault;

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
