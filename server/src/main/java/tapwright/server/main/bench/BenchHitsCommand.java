package tapwright.server.main.bench;

import java.lang.management.ManagementFactory;
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
import tapwright.core.tap.HitClassing;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.serve.HitPath;

/** Measures how long it takes to say what a hit is. */
@Command(
    name = "hits",
    mixinStandardHelpOptions = true,
    description = "The time on a core that it takes to class one hit, by kind.")
final class BenchHitsCommand implements Callable<Integer> {

  private static final int MOST_HITS = 100_000_000;

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;

  @Option(
      names = "--hits",
      paramLabel = "N",
      defaultValue = "200000",
      description = "How many of each kind, after as many to warm up; else ${DEFAULT-VALUE}.")
  private int hits;

  @Override
  public Integer call() {
    if (hits < 1 || hits > MOST_HITS) {
      throw new ParameterException(
          spec.commandLine(), "--hits is " + hits + ", allowed are 1 to " + MOST_HITS);
    }
    HitClassing classing = new HitClassing(HitPath.previewAgents());
    report(
        new HitsBench(classing, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime)
            .run(hits));
    return CommandOutput.DONE;
  }

  private void report(List<HitsBench.Figure> figures) {
    if (output.isJson()) {
      Map<String, Object> nanos = new LinkedHashMap<>();
      figures.forEach(figure -> nanos.put(figure.name(), figure.nanos()));
      output.json(spec, Map.of("bench", "hits", "coreNanosByKind", nanos));
    } else {
      output.lines(spec, figures.stream().map(BenchHitsCommand::line).toList());
    }
  }

  private static String line(HitsBench.Figure figure) {
    return String.format(
        Locale.ROOT,
        "%-24s%9.2f µs  %s",
        figure.name(),
        figure.nanos() / 1000.0,
        figure.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
