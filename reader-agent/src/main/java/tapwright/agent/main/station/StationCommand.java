package tapwright.agent.main.station;

import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.main.console.Console;
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
import tapwright.agent.station.server.StationAccess;
import tapwright.core.Refusal;

/** Works the job queue of a server. */
@Command(
    name = "station",
    mixinStandardHelpOptions = true,
    description = "Makes the cards that a server has orders for, and tells it what became of them.",
    subcommands = {
      StationEnrolCommand.class,
      StationRewriteCommand.class,
      StationInspectCommand.class
    })
public final class StationCommand implements Callable<Integer> {

  @ParentCommand private Program agent;
  @Mixin private StationDesk desk;

  @Mixin private StationEntry entry;

  @Option(names = "--drain", description = "End when the queue is empty and all is told.")
  private boolean drain;

  @Override
  public Integer call() {
    StationAccess access = entry.access(agent.console());
    return desk.with(agent, (readers, journal) -> run(access, readers, journal));
  }

  Program agent() {
    return agent;
  }

  Console console() {
    return agent.console();
  }

  private int run(StationAccess access, List<ReopenedReader> readers, Journal journal) {
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
    try (HttpClient http = StationEntry.http();
        LabelShift labels = desk.labels(agent, progress)) {
      Station station =
          new Station(
              http, access.server(), access.token(), readers, journal, settings, labels.listener());
      Optional<Refusal> notGivenUp = desk.giveUp(station::giveUp);
      return notGivenUp.isPresent()
          ? agent.console().refused(notGivenUp.get(), desk.json())
          : OrderlyEnd.of(
              () -> {
                labels.begin(owner -> StationDesk.isMade(journal.stateOf(owner)));
                return labels.end(agent.console(), worked(station, access, progress));
              },
              () -> {
                station.stop();
                labels.stop();
              });
    }
  }

  private int worked(Station station, StationAccess access, ProgressLines progress) {
    StationSummary summary = station.run();
    progress.end();
    report(summary);
    if (summary.serverAway()) {
      agent
          .console()
          .note("tapwright: %s was away; start it and try again".formatted(access.server().base()));
    }
    String title = "Cards for " + access.server().base().getHost();
    return desk.printSheet(agent.console(), title, summary.labels(), exitCode(summary));
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
}
