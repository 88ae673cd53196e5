package tapwright.server.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.app.hit.HitWaiter;
import tapwright.server.app.hit.TakeHits;
import tapwright.server.record.hit.Arrival;

/** Who waits for a hit by a future, told on the thread that stored it. */
public final class FutureWaiter implements HitWaiter {

  private final CompletableFuture<HitAnswer> told = new CompletableFuture<>();

  public static CompletableFuture<HitAnswer> takenBy(TakeHits takeHits, Arrival arrival) {
    FutureWaiter waiter = new FutureWaiter();
    takeHits.take(arrival, waiter);
    return waiter.told;
  }

  @Override
  public Executor loop() {
    return Runnable::run;
  }

  @Override
  public void answered(HitAnswer answer) {
    told.complete(answer);
  }

  @Override
  public void failed(Throwable failure) {
    told.completeExceptionally(failure);
  }
}
