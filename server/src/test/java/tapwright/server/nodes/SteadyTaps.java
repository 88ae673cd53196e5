package tapwright.server.nodes;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Phones that tap one card without a pause, and what went wrong for any of them. */
final class SteadyTaps implements AutoCloseable {

  private static final int PHONES = 4;
  private static final int FOUND = 302;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final ReadSeries reads;
  private final Supplier<URI> node;
  private final AtomicInteger sent = new AtomicInteger();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final ExecutorService phones = Executors.newFixedThreadPool(PHONES);
  private volatile boolean over;

  private SteadyTaps(ReadSeries reads, Supplier<URI> node) {
    this.reads = reads;
    this.node = node;
  }

  /** Begins; each tap asks anew which node it goes to. */
  static SteadyTaps on(ReadSeries reads, Supplier<URI> node) {
    SteadyTaps taps = new SteadyTaps(reads, node);
    for (int i = 0; i < PHONES; i++) {
      taps.phones.execute(taps::tap);
    }
    return taps;
  }

  private void tap() {
    while (!over) {
      URI to = node.get();
      try {
        int status = reads.hit(to);
        if (status != FOUND) {
          wrong.add("status " + status + " of " + to);
        }
      } catch (IOException e) {
        wrong.add(e + " of " + to);
      }
      sent.incrementAndGet();
    }
  }

  /** Returns when so many more taps are over. */
  void await(int more) {
    int target = sent.get() + more;
    Wait.until(more + " more taps", LIMIT, () -> sent.get() >= target, () -> sent + " taps");
  }

  /** Ends them; answers each tap that was not answered with a redirect. */
  List<String> end() {
    close();
    return new ArrayList<>(wrong);
  }

  @Override
  public void close() {
    over = true;
    phones.close();
  }
}
