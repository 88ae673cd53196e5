package tapwright.server.store.postgres;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import tapwright.server.record.Records;
import tapwright.server.record.StoreFault;

/** A bounded queue of works, and as many threads as workers that do them. */
final class Lane implements AutoCloseable {

  private final int queueLimit;
  private final BlockingQueue<PostgresWorker> idle;
  private final ThreadPoolExecutor threads;

  Lane(String name, int queueLimit, int workers, Supplier<PostgresWorker> worker) {
    this.queueLimit = queueLimit;
    this.idle = new ArrayBlockingQueue<>(workers);
    for (int i = 0; i < workers; i++) {
      idle.add(worker.get());
    }
    this.threads =
        new ThreadPoolExecutor(
            workers,
            workers,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queueLimit),
            Thread.ofPlatform().name("store-" + name + "-", 0).daemon().factory());
  }

  /** Queues the work; the future is done after its transaction ended, on a thread of the lane. */
  <T> CompletableFuture<T> submit(Function<Records, T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    try {
      threads.execute(() -> run(work, done));
      return done;
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          threads.isShutdown() ? new StoreFault.Closed() : new StoreFault.Overloaded(queueLimit));
    }
  }

  private <T> void run(Function<Records, T> work, CompletableFuture<T> done) {
    PostgresWorker worker = idle.remove();
    T result;
    try {
      result = worker.run(work);
    } catch (RuntimeException | Error failure) {
      idle.add(worker);
      done.completeExceptionally(failure);
      return;
    }
    idle.add(worker);
    done.complete(result);
  }

  /** Does all that was taken and takes no more. */
  @Override
  public void close() {
    threads.close();
    idle.forEach(PostgresWorker::close);
  }
}
