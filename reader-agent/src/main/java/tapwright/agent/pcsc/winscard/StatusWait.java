package tapwright.agent.pcsc.winscard;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Waits inside PC/SC that end when the waiting thread is interrupted.
 *
 * <p>A thread inside the library does not notice that it is interrupted. So the call is made by a
 * thread of our own, and the one that waits for it has it cancelled.
 */
final class StatusWait {

  /** A cancel that comes just before the wait begins is lost, so it is repeated until it counts. */
  private static final long CANCEL_AGAIN_MILLIS = 20;

  /** As often as it is repeated: a wait that is not over then ends with its time, or never. */
  private static final int MAX_CANCELS = 50;

  /** How long an interrupted thread stays for the end of its wait. */
  private static final long LEAVE_MILLIS = MAX_CANCELS * CANCEL_AGAIN_MILLIS;

  private static final ExecutorService CALLS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("pcsc-wait-", 0).factory());

  private final Contexts contexts;

  StatusWait(Contexts contexts) {
    this.contexts = contexts;
  }

  /**
   * The readers as they are after the wait, or as they are known where nothing changed in time.
   *
   * @throws InterruptedException when the thread is interrupted; the wait inside is over then,
   *     unless the service answers no more: it is left to a thread that keeps no process alive
   */
  List<ReaderStatus> change(List<ReaderStatus> known, long timeoutMillis)
      throws ScardException, InterruptedException {
    AtomicReference<Runnable> cancel = new AtomicReference<>(() -> {});
    Future<List<ReaderStatus>> call = CALLS.submit(() -> waited(known, timeoutMillis, cancel));
    try {
      return call.get();
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      end(call, cancel);
      throw e;
    }
  }

  /** Waits, and sets what cancels the wait: anew when it is begun anew in another context. */
  private List<ReaderStatus> waited(
      List<ReaderStatus> known, long timeoutMillis, AtomicReference<Runnable> cancel)
      throws ScardException {
    try {
      return contexts.with(
          (library, context) -> {
            cancel.set(() -> cancel(library, context));
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

  /** Cancels by a thread of its own too: a service that is frozen does not answer that either. */
  private static void end(Future<?> call, AtomicReference<Runnable> cancel) {
    CALLS.execute(() -> cancelUntilOver(call, cancel));
    try {
      isOver(call, LEAVE_MILLIS);
    } catch (InterruptedException e) {
      // Whoever interrupts twice wants to leave at once; the first interrupt is passed on.
    }
  }

  private static void cancelUntilOver(Future<?> call, AtomicReference<Runnable> cancel) {
    try {
      int cancels = 0;
      do {
        cancel.get().run();
        cancels++;
      } while (!isOver(call, CANCEL_AGAIN_MILLIS) && cancels < MAX_CANCELS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isOver(Future<?> call, long withinMillis) throws InterruptedException {
    try {
      call.get(withinMillis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
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
