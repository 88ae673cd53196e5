package tapwright.agent.main.station;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.main.console.OrderlyEnd;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.main.console.TerminalWidth;
import tapwright.agent.main.label.LabelShift;
import tapwright.agent.station.ReopenedReader;
import tapwright.agent.station.job.Station;
import tapwright.agent.station.job.StationSettings;
import tapwright.agent.station.job.StationSummary;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.OwnerOnly;
import tapwright.agent.station.server.ServerAddress;
import tapwright.agent.station.server.StationToken;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Works the job queue of a server. */
@Command(
    name = "station",
    mixinStandardHelpOptions = true,
    description = "Makes the cards that a server has orders for, and tells it what became of them.",
    subcommands = StationEnrolCommand.class)
public final class StationCommand implements Callable<Integer> {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  @ParentCommand private Program agent;
  @Mixin private StationDesk desk;

  // Not required, since picocli would then ask for them beside those of 'enrol' as well.
  @Option(names = "--server", paramLabel = "URL", description = "The server; required.")
  private @Nullable String server;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with this station's token; required.")
  private @Nullable Path tokenFile;

  @Option(names = "--drain", description = "End when the queue is empty and all is told.")
  private boolean drain;

  @Override
  public Integer call() {
    if (server == null || tokenFile == null) {
      throw desk.usage(
          "--server and --token-file must both be there; 'station enrol' makes a token file");
    }
    String text = token(tokenFile);
    Checked<Entry> entry =
        ServerAddress.of("--server", server)
            .then(
                address ->
                    StationToken.of("--token-file", text).map(token -> new Entry(address, token)));
    return switch (entry) {
      case Checked.Passed<Entry>(Entry one) ->
          desk.with(agent, (readers, journal) -> run(one, readers, journal));
      case Checked.Refused<Entry>(Refusal refusal) -> throw desk.usage(refusal.message());
    };
  }

  Console console() {
    return agent.console();
  }

  private String token(Path file) {
    keepTokenFromOthers(file);
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw desk.usage("cannot read --token-file " + FileProblem.of(file, e));
    }
  }

  /** A file of somebody else's cannot be mended here; the station works with it all the same. */
  private void keepTokenFromOthers(Path file) {
    try {
      if (OwnerOnly.mend(file)) {
        agent
            .console()
            .note(file + " could be read by others; it is its owner's alone from now on");
      }
    } catch (IOException e) {
      agent.console().note(file + " can be read by others; run: chmod 600 " + file);
    }
  }

  private int run(Entry entry, List<ReopenedReader> readers, Journal journal) {
    InstantSource clock = InstantSource.system();
    ProgressLines progress =
        new ProgressLines(agent.console().remarks(), TerminalWidth.of(agent.console()), clock);
    StationSettings settings =
        new StationSettings(
            drain,
            desk.patience(),
            clock,
            () -> UUID.randomUUID().toString(),
            new SystemClock()::pause);
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
        LabelShift labels = desk.labels(agent, progress)) {
      Station station =
          new Station(
              http, entry.server, entry.token, readers, journal, settings, labels.listener());
      Optional<Refusal> notGivenUp = desk.giveUp(station::giveUp);
      return notGivenUp.isPresent()
          ? agent.console().refused(notGivenUp.get(), desk.json())
          : OrderlyEnd.of(
              () -> {
                labels.begin(owner -> StationDesk.isMade(journal.stateOf(owner)));
                return labels.end(agent.console(), worked(station, entry, progress));
              },
              () -> {
                station.stop();
                labels.stop();
              });
    }
  }

  private int worked(Station station, Entry entry, ProgressLines progress) {
    StationSummary summary = station.run();
    progress.end();
    report(summary);
    if (summary.serverAway()) {
      agent
          .console()
          .note("tapwright: %s was away; start it and try again".formatted(entry.server.base()));
    }
    return desk.printSheet(agent.console(), entry.title(), summary.labels(), exitCode(summary));
  }

  private static int exitCode(StationSummary summary) {
    if (summary.serverAway()) {
      return Console.WORLD_FAILED;
    }
    boolean good = summary.open() == 0 && summary.untold() == 0 && summary.causes().isEmpty();
    return good ? Console.DONE : Console.NO;
  }

  private void report(StationSummary summary) {
    if (desk.json()) {
      agent.console().json(summary);
      return;
    }
    agent
        .console()
        .line(
            "%d cards verified, %d with the link only; %d jobs open, %d events not told"
                .formatted(
                    summary.verified(), summary.linkOnly(), summary.open(), summary.untold()));
    summary
        .causes()
        .forEach((cause, count) -> agent.console().line("failures: " + count + " " + cause));
  }

  private record Entry(ServerAddress server, StationToken token) {

    String title() {
      return "Cards for " + server.base().getHost();
    }
  }
}
