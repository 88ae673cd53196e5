package tapwright.agent.main.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Work that a signal does not cut off: it is told to stop, and its report is waited for. */
public final class OrderlyEnd {

  /** Longer than a card and two requests without an answer take. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Runnable stop;
  private final CountDownLatch done = new CountDownLatch(1);

  private OrderlyEnd(Runnable stop) {
    this.stop = stop;
  }

  /** Does the work, its report included; {@code stop} is called when the process shall end. */
  public static int of(IntSupplier work, Runnable stop) {
    OrderlyEnd end = new OrderlyEnd(stop);
    Runtime.getRuntime().addShutdownHook(new Thread(end::await, "orderly-end"));
    try {
      return work.getAsInt();
    } finally {
      end.done.countDown();
    }
  }

  /** Returns at once when the work is done. */
  private void await() {
    stop.run();
    try {
      if (!done.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("tapwright: ended without its report; the journal has what was done");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
