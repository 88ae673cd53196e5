package tapwright.server.main.serve;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tapwright.server.metrics.NowMetrics;

/** What waits on the way of hits, as figures. */
final class HitPathFigures {

  private static final double MILLIS_A_SECOND = 1e3;

  private HitPathFigures() {}

  static void add(NowMetrics now, HitPath hits, InstantSource clock) {
    now.add(
        "tapwright_hits_waiting",
        "Hits that wait to be stored, beside those that are being stored.",
        () -> hits.desk().waiting());
    now.add(
        "tapwright_spool_bytes",
        "Size of the journal that takes hits while the record is away.",
        hits::spoolBytes);
    now.add(
        "tapwright_spool_age_seconds",
        "How long the oldest hit has been in the journal; 0 where it is empty.",
        () -> seconds(hits.spooledSince(), clock.instant()));
  }

  /** From the instant on; 0 where there is none, or a clock was set back. */
  static double seconds(Optional<Instant> since, Instant now) {
    return since
        .map(instant -> Duration.between(instant, now).toMillis() / MILLIS_A_SECOND)
        .filter(seconds -> seconds > 0)
        .orElse(0.0);
  }
}
