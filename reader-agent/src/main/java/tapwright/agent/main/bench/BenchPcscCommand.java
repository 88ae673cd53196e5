package tapwright.agent.main.bench;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.main.bench.pcscd.Namespaces;
import tapwright.agent.main.bench.pcscd.PcscFigures;
import tapwright.agent.main.bench.pcscd.PcscMeasurement;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.main.reader.PcscSetting;
import tapwright.agent.pcsc.PcscStack;

/** Measures PC/SC on a pcscd of its own, which disturbs nobody's. */
@Command(
    name = "pcsc",
    mixinStandardHelpOptions = true,
    description =
        "Measures readers side by side and a restarted PC/SC service, on a pcscd with virtual"
            + " readers of its own (Linux, as root).")
final class BenchPcscCommand implements Callable<Integer> {

  private static final String INSIDE = "--inside";

  @ParentCommand private BenchCommand bench;

  @Option(
      names = "--provider",
      paramLabel = "own|jdk",
      defaultValue = "own",
      converter = PcscSetting.Converter.class,
      description = "Whose PC/SC: Tapwright's (default) or the JDK's.")
  private PcscStack provider;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  /** Set by this command for itself, once it runs in namespaces of its own. */
  @Option(names = INSIDE, hidden = true)
  private boolean inside;

  @Override
  public Integer call() throws InterruptedException {
    List<String> missing = Namespaces.missing();
    if (!missing.isEmpty()) {
      return bench.console().failed("needed and not there: " + String.join(", ", missing));
    }
    try {
      return inside ? measured() : Namespaces.run(bench.mainClass(), sameInside());
    } catch (IOException e) {
      return bench.console().failed("pcscd cannot be run: " + e.getMessage());
    }
  }

  private List<String> sameInside() {
    List<String> arguments = new ArrayList<>(List.of("bench", "pcsc", INSIDE));
    arguments.addAll(List.of("--provider", provider.name().toLowerCase(Locale.ROOT)));
    if (json) {
      arguments.add("--json");
    }
    return arguments;
  }

  private int measured() throws IOException, InterruptedException {
    PcscFigures figures =
        new PcscMeasurement(provider, new SystemClock(), new SecureRandom()).run();
    if (json) {
      bench.console().json(figures);
    } else {
      lines(figures).forEach(bench.console()::line);
    }
    return figures.isGoodEnough() ? Console.DONE : Console.NO;
  }

  private static List<String> lines(PcscFigures figures) {
    PcscFigures.Latency latency = figures.latency();
    return List.of(
        "provider: " + figures.provider().name().toLowerCase(Locale.ROOT),
        String.format(
            Locale.ROOT,
            "exchange on A while B waits: 99%% within %.2f ms (under 20)",
            latency.percentile99Millis()),
        String.format(
            Locale.ROOT,
            "  median %.2f ms, longest %.2f ms, of %d",
            latency.medianMillis(),
            latency.maxMillis(),
            latency.exchanges()),
        String.format(
            Locale.ROOT, "two readers against one: %.2f times (at least 1.8)", figures.ratio()),
        String.format(
            Locale.ROOT,
            "  %.1f and %.1f exchanges a second, of 20 ms each",
            figures.twoPerSecond(),
            figures.onePerSecond()),
        "pcscd started after the agent: " + seconds(figures.startOrderSeconds()),
        "pcscd killed and restarted: " + seconds(figures.restartSeconds()));
  }

  private static String seconds(@Nullable Double seconds) {
    return seconds == null
        ? "no exchange within 15 s (at most 3)"
        : String.format(Locale.ROOT, "exchange after %.2f s (at most 3)", seconds);
  }
}
