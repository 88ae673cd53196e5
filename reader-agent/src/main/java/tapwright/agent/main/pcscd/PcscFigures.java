package tapwright.agent.main.pcscd;

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
   * How long exchanges took.
   *
   * @param exchanges how many
   */
  public record Latency(int exchanges, double medianMillis, double maxMillis) {

    static Latency of(List<Double> millis) {
      List<Double> sorted = millis.stream().sorted().toList();
      return new Latency(sorted.size(), sorted.get(sorted.size() / 2), sorted.getLast());
    }
  }

  /** How many times one reader two are. */
  public double ratio() {
    return twoPerSecond / onePerSecond;
  }

  /** Whether every number is as good as it has to be. */
  public boolean isGoodEnough() {
    return latency.maxMillis < MOST_MILLIS
        && ratio() >= LEAST_RATIO
        && isSoon(startOrderSeconds)
        && isSoon(restartSeconds);
  }

  private static boolean isSoon(@Nullable Double seconds) {
    return seconds != null && seconds <= MOST_SECONDS;
  }
}
