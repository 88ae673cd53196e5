package tapwright.server.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import tapwright.core.tap.Assurance;
import tapwright.core.tap.HitClass;
import tapwright.server.app.watch.HitTally;
import tapwright.server.app.watch.HitWatch;

/** How hits fare, as figures that are added to once a batch. */
public final class HitMetrics implements HitWatch {

  /** From a fast disk's sync to what nobody waits for any more. */
  private static final double[] SECONDS = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10
  };

  /** Up to the most that a transaction takes. */
  private static final double[] HITS = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};

  private static final double NANOS_A_SECOND = 1e9;

  private final LongSupplier nanos;
  private final Map<HitClass, Map<Assurance, CounterDataPoint>> stored;
  private final Map<Reason, CounterDataPoint> refused;
  private final Counter unknown;
  private final Counter journaled;
  private final Histogram seconds;
  private final Histogram batches;

  /**
   * Adds the figures to the page.
   *
   * @param nanos a clock that only runs forward
   */
  public HitMetrics(MetricsPage page, LongSupplier nanos) {
    PrometheusRegistry registry = page.registry();
    this.nanos = nanos;
    this.stored = classes(registry);
    this.refused = reasons(registry);
    this.unknown =
        counter("tapwright_hits_unknown_total", "Hits on links that no card has; answered 404.")
            .register(registry);
    this.journaled =
        counter("tapwright_hits_journaled_total", "Hits answered while the record was away.")
            .register(registry);
    this.seconds =
        histogram("tapwright_hit_commit_seconds", "From a batch's start to its commit.", SECONDS)
            .unit(Unit.SECONDS)
            .register(registry);
    this.batches =
        histogram("tapwright_hit_batch_size", "Hits stored in one transaction.", HITS)
            .register(registry);
  }

  /** All there are from the start: a figure that is missing is no figure that is 0. */
  private static Map<HitClass, Map<Assurance, CounterDataPoint>> classes(
      PrometheusRegistry registry) {
    Counter hits =
        counter("tapwright_hits_total", "Hits on record by what they are and how well it is known.")
            .labelNames("class", "assurance")
            .register(registry);
    Map<HitClass, Map<Assurance, CounterDataPoint>> points = new EnumMap<>(HitClass.class);
    for (HitClass hitClass : HitClass.values()) {
      Map<Assurance, CounterDataPoint> known = new EnumMap<>(Assurance.class);
      for (Assurance assurance : Assurance.values()) {
        known.put(assurance, hits.labelValues(Labels.of(hitClass), Labels.of(assurance)));
      }
      points.put(hitClass, known);
    }
    return points;
  }

  private static Map<Reason, CounterDataPoint> reasons(PrometheusRegistry registry) {
    Counter all =
        counter("tapwright_hits_refused_total", "Hits told to come again; answered 503.")
            .labelNames("reason")
            .register(registry);
    Map<Reason, CounterDataPoint> points = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      points.put(reason, all.labelValues(Labels.of(reason)));
    }
    return points;
  }

  private static Counter.Builder counter(String name, String help) {
    return Counter.builder().name(name).help(help);
  }

  private static Histogram.Builder histogram(String name, String help, double[] bounds) {
    return Histogram.builder().name(name).help(help).classicOnly().classicUpperBounds(bounds);
  }

  @Override
  public Commit begins(int hits) {
    long begun = nanos.getAsLong();
    return tally -> {
      seconds.observe((nanos.getAsLong() - begun) / NANOS_A_SECOND);
      batches.observe(hits);
      add(tally);
    };
  }

  private void add(HitTally tally) {
    tally.forEach((hitClass, assurance, hits) -> point(hitClass, assurance).inc(hits));
    unknown.inc(tally.unknown());
  }

  private CounterDataPoint point(HitClass hitClass, Assurance assurance) {
    return Objects.requireNonNull(
        Objects.requireNonNull(stored.get(hitClass), "all classes are there").get(assurance),
        "all assurances are there");
  }

  @Override
  public void journaled(int hits) {
    journaled.inc(hits);
  }

  @Override
  public void fromJournal(HitTally tally) {
    add(tally);
  }

  @Override
  public void refused(Reason reason, int hits) {
    Objects.requireNonNull(refused.get(reason), "all reasons are there").inc(hits);
  }
}
