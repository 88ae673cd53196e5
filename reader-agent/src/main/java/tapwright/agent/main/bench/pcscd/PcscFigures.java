package tapwright.agent.main.bench.pcscd;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tapwright.agent.pcsc.PcscStack;

/**
 * What was measured of one provider on a real pcscd.
 *
 * @param provider whose
 * @param latency of exchanges on one reader while the other waits for a card
 * @param onePerSecond exchanges of 20 ms on one reader
 * @param twoPerSecond on both at once
 * @param startOrderSeconds from pcscd's start to the first exchange of an agent that ran before it;
 *     null when there was none in time
 * @param restartSeconds from the kill of pcscd, which is started again at once, to the next
 *     exchange; null when there was none in time
 */
public record PcscFigures(
    PcscStack provider,
    Latency latency,
    double onePerSecond,
    double twoPerSecond,
    @Nullable Double startOrderSeconds,
    @Nullable Double restartSeconds) {

  private static final double MOST_MILLIS = 20;
  private static final double LEAST_RATIO = 1.8;
  private static final double MOST_SECONDS = 3;

  /**
   * How long exchanges took. The 99th percentile is what has to be reached: one of 200 may meet a
   * machine that is busy with something else, and a wait of another reader would meet them all.
   *
   * @param exchanges how many
   */
  public record Latency(
      int exchanges, double medianMillis, double percentile99Millis, double maxMillis) {

    static Latency of(List<Double> millis) {
      List<Double> sorted = millis.stream().sorted().toList();
      int size = sorted.size();
      return new Latency(
          size, sorted.get(size / 2), sorted.get((size - 1) * 99 / 100), sorted.getLast());
    }
  }

  /** How many times one reader two are. */
  public double ratio() {
    return twoPerSecond / onePerSecond;
  }

  /** Whether every number is as good as it has to be. */
  public boolean isGoodEnough() {
    return latency.percentile99Millis < MOST_MILLIS
        && ratio() >= LEAST_RATIO
        && isSoon(startOrderSeconds)
        && isSoon(restartSeconds);
  }

  private static boolean isSoon(@Nullable Double seconds) {
    return seconds != null && seconds <= MOST_SECONDS;
  }
}
