package tapwright.agent.main.bench.pcscd;

import java.io.IOException;
import java.time.Duration;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderFront;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.VpcdBridge;
import tapwright.agent.pcsc.PollClock;

/** A virtual card that is laid on a reader of vpcd again whenever pcscd comes back. */
final class LaidCard {

  private static final Duration AGAIN = Duration.ofMillis(20);

  private final EmulatedTag tag;
  private final int port;
  private final Duration write;
  private final PollClock clock;
  private final Thread hands;
  private volatile boolean lying = true;

  /**
   * Lays the card down.
   *
   * @param write how long the card takes for each write
   */
  LaidCard(EmulatedTag tag, int port, Duration write, PollClock clock) {
    this.tag = tag;
    this.port = port;
    this.write = write;
    this.clock = clock;
    this.hands = Thread.ofPlatform().daemon().name("card-" + port).unstarted(this::lie);
  }

  LaidCard laid() {
    hands.start();
    return this;
  }

  /** Takes it away for good. */
  void lift() {
    lying = false;
    hands.interrupt();
  }

  private void lie() {
    while (lying) {
      try {
        new VpcdBridge(new ReaderFront(ReaderKind.FF_ONLY), tag, () -> clock.pause(write))
            .present(port, () -> {});
      } catch (IOException e) {
        clock.pause(AGAIN); // pcscd is not there yet
      }
    }
  }
}
