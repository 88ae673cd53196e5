package tapwright.server.main.bench.record;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tapwright.server.main.bench.load.Wrk;

/**
 * What a record of some size takes and how fast it is.
 *
 * @param engine what keeps it
 * @param extent how many taps it holds
 * @param load how they came there, and what they take
 * @param decision how long decisions take
 * @param answered taps of many cards on top of these
 */
record RecordFigure(
    String engine, Extent extent, Load load, Decision decision, Wrk.Result answered) {

  /**
   * How many taps a record holds.
   *
   * @param busiest how many of them the busiest card has
   */
  record Extent(long taps, long busiest) {}

  /**
   * How the taps came on record.
   *
   * @param nanos how long it took
   * @param bytes what the record takes with them
   * @param emptyBytes what it takes with its cards alone
   */
  record Load(long nanos, long bytes, long emptyBytes) {}

  /**
   * Median times of a decision.
   *
   * @param quietNanos on a card without taps
   * @param busiestNanos on the busiest card, its window in the middle of its taps
   */
  record Decision(long quietNanos, long busiestNanos) {

    /** What is left is the reading of usage: the limit that it has to keep. */
    static final double LIMIT_MILLIS = 5;

    double usageMillis() {
      return Math.max(0, busiestNanos - quietNanos) / 1e6;
    }
  }

  double bytesPerTap() {
    return extent.taps() == 0 ? 0 : (double) (load.bytes() - load.emptyBytes()) / extent.taps();
  }

  double loadedPerSecond() {
    return extent.taps() * 1e9 / Math.max(1, load.nanos());
  }

  /** A line of the table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-10s %,11d %,7.0f %5.1f %,8d %6.2f %6.2f %,7d %5.2f %6.2f",
        engine,
        extent.taps(),
        load.bytes() / 1e6,
        bytesPerTap(),
        Math.round(loadedPerSecond()),
        decision.quietNanos() / 1e6,
        decision.busiestNanos() / 1e6,
        Math.round(answered.perSecond()),
        answered.p50Micros() / 1e3,
        answered.p99Micros() / 1e3);
  }

  /** As JSON has it. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("engine", engine);
    map.put("taps", extent.taps());
    map.put("busiestCardTaps", extent.busiest());
    map.put("bytes", load.bytes());
    map.put("bytesPerTap", bytesPerTap());
    map.put("loadedPerSecond", Math.round(loadedPerSecond()));
    map.put("decisionQuietMillis", decision.quietNanos() / 1e6);
    map.put("decisionBusiestMillis", decision.busiestNanos() / 1e6);
    map.put("usageMillis", decision.usageMillis());
    map.put("answeredPerSecond", Math.round(answered.perSecond()));
    map.put("p50Millis", answered.p50Micros() / 1e3);
    map.put("p99Millis", answered.p99Micros() / 1e3);
    return map;
  }
}
