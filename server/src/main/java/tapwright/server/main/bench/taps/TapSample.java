package tapwright.server.main.bench.taps;

import java.time.Duration;
import java.util.Optional;
import tapwright.server.main.bench.load.StoredTaps;
import tapwright.server.main.bench.load.TapLoad;
import tapwright.server.main.bench.load.Wrk;

/**
 * One load sent to one row for some seconds.
 *
 * @param core time on a core that the server and its database took
 * @param stored what it put on record; empty for the bare redirect
 */
record TapSample(
    TapRow row, TapLoad load, Wrk.Result result, Duration core, Optional<StoredTaps.Count> stored) {

  double coreMicrosPerTap() {
    return core.toNanos() / 1_000.0 / Math.max(1, result.answered());
  }

  /**
   * Why the record does not fit the answers; empty when it does.
   *
   * <p>Each answer is on record, once; beyond the answers only what was on its way when the client
   * stopped, or what it gave up, may be there. Every counter was new, and no browser came twice: so
   * each hit is a tap.
   */
  Optional<String> mismatch() {
    return stored.flatMap(this::mismatch);
  }

  private Optional<String> mismatch(StoredTaps.Count count) {
    long most = result.answered() + load.connections() + result.lost();
    boolean fits = count.taps() >= result.answered() && count.taps() <= most && count.others() == 0;
    return fits
        ? Optional.empty()
        : Optional.of(
            ("%s, %s: %d answered and at most %d on their way,"
                    + " but %d taps and %d other hits on record")
                .formatted(
                    row.label(),
                    load.label(),
                    result.answered(),
                    most - result.answered(),
                    count.taps(),
                    count.others()));
  }
}
