package tapwright.server.main.bench.taps;

import java.util.List;
import java.util.function.ToDoubleFunction;
import tapwright.server.main.bench.load.TapLoad;

/**
 * What a row made of a load, each the median of the rounds.
 *
 * @param perSecond answers a second
 * @param coreMicros time on a core for each answer, of the server and its database
 * @param rounds answers a second of each round
 */
record TapFigure(
    TapRow row,
    TapLoad load,
    double perSecond,
    double p50Millis,
    double p99Millis,
    double coreMicros,
    List<Double> rounds) {

  private static final double MICROS_A_MILLI = 1_000;

  TapFigure {
    rounds = List.copyOf(rounds);
  }

  /** Of the samples of one row and load. */
  static TapFigure of(List<TapSample> samples) {
    TapSample any = samples.getFirst();
    return new TapFigure(
        any.row(),
        any.load(),
        median(samples, sample -> sample.result().perSecond()),
        median(samples, sample -> sample.result().p50Micros() / MICROS_A_MILLI),
        median(samples, sample -> sample.result().p99Micros() / MICROS_A_MILLI),
        median(samples, TapSample::coreMicrosPerTap),
        samples.stream().map(sample -> sample.result().perSecond()).toList());
  }

  private static double median(List<TapSample> samples, ToDoubleFunction<TapSample> measure) {
    double[] sorted = samples.stream().mapToDouble(measure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
