package tapwright.agent.main.bench.pcscd;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.pcsc.PcscStack;
import tapwright.agent.pcsc.PollClock;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.pcsc.TagConnection;

/** Measures a provider on a pcscd of its own with vpcd's two readers. */
public final class PcscMeasurement {

  /** An exchange as it takes a reader in the field. */
  private static final Duration SLOW = Duration.ofMillis(20);

  private static final int EXCHANGES = 200;
  private static final int SLOW_EXCHANGES = 60;

  /** The JDK's provider stands still for seconds or never comes back; then it is given up. */
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private static final Duration ONE_WAIT = Duration.ofSeconds(1);

  /** A station's pace after a fault. */
  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

  /** Between two exchanges, so that they fall into many moments of the other reader's wait. */
  private static final Duration BETWEEN = Duration.ofMillis(5);

  private static final double NANOS_A_MILLI = 1e6;
  private static final double NANOS_A_SECOND = 1e9;

  private final PcscStack stack;
  private final PollClock clock;
  private final RandomGenerator random;
  private final Readers readers;
  private final PrivatePcscd pcscd = new PrivatePcscd();

  /** Inside {@link Namespaces} only. */
  public PcscMeasurement(PcscStack stack, PollClock clock, RandomGenerator random) {
    this.stack = stack;
    this.clock = clock;
    this.random = random;
    this.readers = Readers.ofPlatform(stack, clock).waitingInside();
  }

  /** Starts a pcscd, measures all and kills it. */
  public PcscFigures run() throws IOException, InterruptedException {
    LaidCard card = card(VirtualReader.FIRST);
    try (pcscd) {
      Double startOrder = startedBeforePcscd();
      PcscFigures.Latency latency = PcscFigures.Latency.of(latencies());
      double one = perSecond(List.of(VirtualReader.FIRST));
      double two = perSecondOfBoth();
      Double restart = secondsToExchange(this::restart);
      return new PcscFigures(stack, latency, one, two, startOrder, restart);
    } finally {
      card.lift();
    }
  }

  private LaidCard card(VirtualReader reader) {
    return new LaidCard(EmulatedTag.blank(EmulatedChip.NTAG215, random), reader.port(), SLOW, clock)
        .laid();
  }

  /** The agent asks once in vain, as one does that was started first. */
  private @Nullable Double startedBeforePcscd() throws IOException {
    try {
      throw new IllegalStateException("without pcscd there are readers: " + readers.names());
    } catch (ReaderFault.ServiceGone expected) {
      return secondsToExchange(pcscd::start);
    }
  }

  private void restart() throws IOException {
    pcscd.kill();
    pcscd.start();
  }

  private @Nullable Double secondsToExchange(PcscdAction action) throws IOException {
    long begun = clock.nanos();
    action.run();
    while (clock.nanos() - begun < LIMIT.toNanos()) {
      if (exchanges()) {
        return (clock.nanos() - begun) / NANOS_A_SECOND;
      }
    }
    return null;
  }

  private boolean exchanges() {
    try (TagConnection card = VirtualReader.FIRST.open(readers).awaitTag(ONE_WAIT).orElse(null)) {
      if (card != null) {
        VirtualReader.read(card);
      }
      return card != null;
    } catch (ReaderFault notYet) {
      clock.pause(AFTER_FAULT);
      return false;
    }
  }

  /** Of exchanges on one reader while another waits for a card, in milliseconds. */
  private List<Double> latencies() throws InterruptedException {
    WaitingNeighbour neighbour = new WaitingNeighbour(VirtualReader.SECOND.open(readers));
    try (TagConnection card = VirtualReader.FIRST.connect(readers)) {
      return latencies(card);
    } finally {
      neighbour.stop();
    }
  }

  private List<Double> latencies(TagConnection card) {
    List<Double> millis = new ArrayList<>();
    long end = clock.nanos() + LIMIT.toNanos();
    while (millis.size() < EXCHANGES && clock.nanos() - end < 0) {
      clock.pause(BETWEEN);
      long begun = clock.nanos();
      VirtualReader.read(card);
      millis.add((clock.nanos() - begun) / NANOS_A_MILLI);
    }
    return millis;
  }

  private double perSecondOfBoth() throws InterruptedException {
    LaidCard second = card(VirtualReader.SECOND);
    try {
      return perSecond(List.of(VirtualReader.FIRST, VirtualReader.SECOND));
    } finally {
      second.lift();
    }
  }

  /** Exchanges of 20 ms, on each reader by a thread of its own. */
  private double perSecond(List<VirtualReader> used) throws InterruptedException {
    List<TagConnection> cards = used.stream().map(reader -> reader.connect(readers)).toList();
    List<Thread> threads = new ArrayList<>();
    long begun = clock.nanos();
    for (TagConnection card : cards) {
      threads.add(Thread.ofPlatform().start(() -> writeMany(card)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (clock.nanos() - begun) / NANOS_A_SECOND;
    cards.forEach(TagConnection::close);
    return SLOW_EXCHANGES * cards.size() / seconds;
  }

  private static void writeMany(TagConnection card) {
    for (int i = 0; i < SLOW_EXCHANGES; i++) {
      VirtualReader.write(card, i);
    }
  }

  /** What is done to pcscd. */
  @FunctionalInterface
  private interface PcscdAction {
    void run() throws IOException;
  }
}
