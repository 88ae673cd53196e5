package tapwright.agent.pcsc.winscard;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits inside PC/SC that end when the waiting thread is interrupted.
 *
 * <p>A thread inside the library does not notice that it is interrupted. So the call is made by a
 * thread of our own, and the one that waits for it has it cancelled.
 */
final class StatusWait {

  /** A cancel that comes just before the wait begins is lost, so it is repeated until it counts. */
  private static final long CANCEL_AGAIN_MILLIS = 20;

  private static final ExecutorService CALLS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("pcsc-wait-", 0).factory());

  private final Contexts contexts;

  StatusWait(Contexts contexts) {
    this.contexts = contexts;
  }

  /**
   * The readers as they are after the wait, or as they are known where nothing changed in time.
   *
   * @throws InterruptedException when the thread is interrupted; the wait inside is over then
   */
  List<ReaderStatus> change(List<ReaderStatus> known, long timeoutMillis)
      throws ScardException, InterruptedException {
    CompletableFuture<Runnable> begun = new CompletableFuture<>();
    Future<List<ReaderStatus>> call = CALLS.submit(() -> waited(known, timeoutMillis, begun));
    try {
      return call.get();
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      end(call, begun);
      throw e;
    }
  }

  private List<ReaderStatus> waited(
      List<ReaderStatus> known, long timeoutMillis, CompletableFuture<Runnable> begun)
      throws ScardException {
    try {
      return contexts.with(
          (library, context) -> {
            begun.complete(() -> cancel(library, context));
            return library.awaitChange(context, timeoutMillis, known);
          });
    } catch (ScardException e) {
      if (e.is(ScardCode.SCARD_E_CANCELLED)) {
        return known; // also when the cancel was meant for the wait that had the context before
      }
      if (e.is(ScardCode.SCARD_E_UNKNOWN_READER)) {
        return known.stream().map(ReaderStatus::gone).toList(); // one went before the wait began
      }
      throw e;
    }
  }

  private static void end(Future<?> call, CompletableFuture<Runnable> begun) {
    while (!call.isDone()) {
      begun.getNow(() -> {}).run();
      try {
        call.get(CANCEL_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException | InterruptedException e) {
        // Whether the call is over is what the loop asks; the first interrupt is passed on.
      }
    }
  }

  private static void cancel(Winscard library, long context) {
    try {
      library.cancel(context);
    } catch (ScardException e) {
      // Without a service there is no wait either, and the call ends by itself.
    }
  }

  private static ScardException failure(ExecutionException failure) {
    return switch (failure.getCause()) {
      case ScardException known -> known;
      case RuntimeException defect -> throw defect;
      case Error defect -> throw defect;
      case null, default -> throw new IllegalStateException("a wait failed", failure);
    };
  }
}
