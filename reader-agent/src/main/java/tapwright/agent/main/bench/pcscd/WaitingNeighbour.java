package tapwright.agent.main.bench.pcscd;

import java.time.Duration;
import tapwright.agent.pcsc.ReaderSession;

/** A thread that waits inside PC/SC at a reader on which no card is laid. */
final class WaitingNeighbour {

  private static final Duration ONE_WAIT = Duration.ofSeconds(3);

  private final ReaderSession empty;
  private final Thread thread;
  private volatile boolean waiting = true;

  WaitingNeighbour(ReaderSession empty) {
    this.empty = empty;
    this.thread = Thread.ofPlatform().daemon().name("neighbour").start(this::waitOn);
  }

  private void waitOn() {
    while (waiting) {
      empty.awaitTag(ONE_WAIT);
    }
  }

  void stop() throws InterruptedException {
    waiting = false;
    thread.interrupt();
    thread.join();
  }
}
