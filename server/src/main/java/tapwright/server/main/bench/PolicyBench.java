package tapwright.server.main.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import tapwright.core.policy.cases.GoldenCase;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.explain.Explanation;

/** Decides and explains the same claims in turn on one thread, and measures each. */
final class PolicyBench {

  private final List<BenchClaims.Ready> claims;
  private final LongSupplier nanos;

  /** Read at the end, so that no decision is optimised away. */
  private long linesSaid;

  /**
   * A benchmark.
   *
   * @param claims what is decided
   * @param nanos the time that has passed since some instant
   */
  PolicyBench(List<BenchClaims.Ready> claims, LongSupplier nanos) {
    this.claims = List.copyOf(claims);
    this.nanos = nanos;
  }

  /**
   * What was measured.
   *
   * @param decisions how many decisions
   * @param perSecond how many of them a second, whatever else the machine did meanwhile
   * @param perCoreSecond how many of them a second of the thread's own time on a core
   * @param medianNanos how long half of them took at most
   * @param p99Nanos how long all but one in a hundred took at most
   * @param bytesPerDecision the memory that one takes and gives back
   * @param packs the same by pack
   */
  record Figures(
      long decisions,
      long perSecond,
      long perCoreSecond,
      long medianNanos,
      long p99Nanos,
      long bytesPerDecision,
      List<PackFigure> packs) {

    PackFigure slowest() {
      return packs.stream().max(Comparator.comparingLong(PackFigure::medianNanos)).orElseThrow();
    }
  }

  /**
   * What was measured of one pack.
   *
   * @param pack which
   * @param medianNanos how long half of its decisions took at most
   */
  record PackFigure(String pack, long medianNanos) {}

  /** Decides for at least so long, and in whole rounds through all claims. */
  Figures run(Duration length) {
    Latencies all = new Latencies();
    Map<String, Latencies> byPack = new LinkedHashMap<>();
    claims.forEach(claim -> byPack.put(claim.pack().key(), new Latencies()));
    List<Latencies> ofClaims =
        claims.stream().map(claim -> byPack.getOrDefault(claim.pack().key(), all)).toList();
    Spent before = Spent.byThisThread();
    long start = nanos.getAsLong();
    long end = start + length.toNanos();
    long now = start;
    while (now < end) {
      for (int i = 0; i < ofClaims.size(); i++) {
        linesSaid += decide(claims.get(i));
        long then = nanos.getAsLong();
        all.add(then - now);
        ofClaims.get(i).add(then - now);
        now = then;
      }
    }
    return figures(all, byPack, now - start, Spent.byThisThread().since(before));
  }

  /** A decision with all that support sees of it: near misses, dues and until, in words too. */
  private static int decide(BenchClaims.Ready ready) {
    GoldenCase golden = ready.golden();
    Decision decision =
        Engine.decide(ready.pack(), ready.calendar(), golden.claim(), golden.facts());
    return Explanation.of(decision).size();
  }

  private Figures figures(
      Latencies all, Map<String, Latencies> byPack, long tookNanos, Spent spent) {
    if (linesSaid < all.total()) {
      throw new IllegalStateException("a decision was explained in no line at all");
    }
    return new Figures(
        all.total(),
        Math.round(all.total() * 1e9 / tookNanos),
        Math.round(all.total() * 1e9 / Math.max(1, spent.coreNanos())),
        all.percentile(0.5),
        all.percentile(0.99),
        spent.bytes() / all.total(),
        byPack.entrySet().stream()
            .map(pack -> new PackFigure(pack.getKey(), pack.getValue().percentile(0.5)))
            .toList());
  }

  /**
   * What a thread has used up.
   *
   * @param coreNanos its time on a core
   * @param bytes the memory that it took
   */
  private record Spent(long coreNanos, long bytes) {

    static Spent byThisThread() {
      ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
      return new Spent(threads.getCurrentThreadCpuTime(), threads.getCurrentThreadAllocatedBytes());
    }

    Spent since(Spent before) {
      return new Spent(coreNanos - before.coreNanos, bytes - before.bytes);
    }
  }
}
