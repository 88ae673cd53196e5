package tapwright.server.main.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.core.policy.library.Packs;
import tapwright.server.main.console.CommandOutput;

/** Measures how fast claims are decided and explained. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Explained decisions a second on one core, and how long one takes.")
final class BenchPolicyCommand implements Callable<Integer> {

  private static final int LONGEST_SECONDS = 3_600;

  /** Long enough for the compiler to have seen every pack many thousand times. */
  private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(15);

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long to measure, after as long a warm-up of at most 15 seconds.")
  private int seconds;

  @Override
  public Integer call() {
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw new ParameterException(
          spec.commandLine(), "--seconds is " + seconds + ", allowed are 1 to " + LONGEST_SECONDS);
    }
    Duration measured = Duration.ofSeconds(seconds);
    Duration warmUp = measured.compareTo(LONGEST_WARM_UP) < 0 ? measured : LONGEST_WARM_UP;
    PolicyBench bench = new PolicyBench(BenchClaims.read(Packs.shipped()), System::nanoTime);
    bench.run(warmUp);
    report(bench.run(measured));
    return CommandOutput.DONE;
  }

  private void report(PolicyBench.Figures figures) {
    if (output.isJson()) {
      output.json(spec, map(figures));
    } else {
      output.lines(spec, lines(figures));
    }
  }

  private static List<String> lines(PolicyBench.Figures figures) {
    PolicyBench.PackFigure slowest = figures.slowest();
    return List.of(
        line("explained decisions a second", String.valueOf(figures.perSecond())),
        line("the same by core time", String.valueOf(figures.perCoreSecond())),
        line("median", micros(figures.medianNanos())),
        line("99th percentile", micros(figures.p99Nanos())),
        line("slowest pack", slowest.pack() + ", median " + micros(slowest.medianNanos())),
        line("allocated a decision", figures.bytesPerDecision() + " bytes"),
        line("decisions measured", figures.decisions() + ", on one thread"));
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "%-30s%s", name, value);
  }

  private static String micros(long nanos) {
    return String.format(Locale.ROOT, "%.1f µs", nanos / 1000.0);
  }

  private static Map<String, Object> map(PolicyBench.Figures figures) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("bench", "policy");
    map.put("perSecond", figures.perSecond());
    map.put("perCoreSecond", figures.perCoreSecond());
    map.put("medianMicros", figures.medianNanos() / 1000.0);
    map.put("p99Micros", figures.p99Nanos() / 1000.0);
    map.put("slowestPack", figures.slowest().pack());
    map.put("bytesPerDecision", figures.bytesPerDecision());
    map.put("decisions", figures.decisions());
    Map<String, Object> packs = new LinkedHashMap<>();
    figures.packs().forEach(each -> packs.put(each.pack(), each.medianNanos() / 1000.0));
    map.put("medianMicrosByPack", packs);
    return map;
  }
}
