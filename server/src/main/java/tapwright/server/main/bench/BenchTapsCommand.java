package tapwright.server.main.bench;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.server.main.ServerMain;
import tapwright.server.main.bench.load.TapLoad;
import tapwright.server.main.bench.stage.BenchProgress;
import tapwright.server.main.bench.stage.PostgresAccess;
import tapwright.server.main.bench.taps.TapRow;
import tapwright.server.main.bench.taps.TapsReport;
import tapwright.server.main.bench.taps.TapsRun;
import tapwright.server.main.bench.taps.TapsSettings;
import tapwright.server.main.bench.taps.TapsTable;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.DatabaseLogin;
import tapwright.server.main.installation.StoreMeans;
import tapwright.server.store.RecordUrl;

/** Measures taps that are stored before they are answered against a bare redirect. */
@Command(
    name = "taps",
    mixinStandardHelpOptions = true,
    description = {
      "Taps answered after their commit, on SQLite and on PostgreSQL, against a bare redirect of the"
          + " same HTTP server and against one transaction a tap. Needs wrk; without --postgres a"
          + " private PostgreSQL cluster is made for it.",
      "Exit code 1 when an answered tap is not on record, or on record twice."
    })
final class BenchTapsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each figure is taken; the median counts. Else ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How long each time; else ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--rows",
      paramLabel = "ROW",
      split = ",",
      description = "Only these: ${COMPLETION-CANDIDATES}.")
  private @Nullable Set<TapRow> rows;

  @Option(
      names = "--connections",
      paramLabel = "N",
      split = ",",
      description = "Only loads with so many connections: 1, 32, 128.")
  private @Nullable Set<Integer> connections;

  @Option(
      names = "--postgres",
      paramLabel = "JDBC-URL",
      description =
          "An empty database to use; user and password as TAPWRIGHT_DB_USER and"
              + " TAPWRIGHT_DB_PASSWORD.")
  private @Nullable String postgres;

  @Option(names = "--profile", description = "Say where the servers spend their time.")
  private boolean profiled;

  @Override
  public Integer call() {
    checkRange("--rounds", rounds, TapsSettings.MOST_ROUNDS);
    checkRange("--seconds", seconds, TapsSettings.MOST_SECONDS);
    TapsReport report = measured();
    if (output.isJson()) {
      output.json(spec, report.toMap());
    } else {
      output.lines(spec, TapsTable.lines(report));
    }
    return report.isExact() ? CommandOutput.DONE : CommandOutput.NO;
  }

  private TapsReport measured() {
    TapsSettings settings =
        new TapsSettings(
            rows == null ? EnumSet.allOf(TapRow.class) : rows,
            loads(),
            rounds,
            seconds,
            access(),
            profiled);
    try (BenchProgress progress = BenchProgress.to(spec.commandLine().getErr())) {
      return new TapsRun(
              settings, ServerMain.class.getName(), StoreMeans.ofThisProcess(new SecureRandom()))
          .run(progress);
    }
  }

  private List<TapLoad> loads() {
    return TapLoad.all().stream()
        .filter(load -> connections == null || connections.contains(load.connections()))
        .toList();
  }

  private Optional<PostgresAccess> access() {
    return Optional.ofNullable(postgres)
        .map(this::parsed)
        .map(url -> new PostgresAccess(DatabaseLogin.ofThisProcess().at(url), Map.of()));
  }

  private RecordUrl parsed(String url) {
    return RecordUrl.parse(url)
        .filter(parsed -> parsed.engine() == RecordUrl.Engine.POSTGRESQL)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--postgres is "
                        + RecordUrl.shown(url)
                        + ", allowed is jdbc:postgresql://HOST/NAME"));
  }

  private void checkRange(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + ", allowed are 1 to " + most);
    }
  }
}
