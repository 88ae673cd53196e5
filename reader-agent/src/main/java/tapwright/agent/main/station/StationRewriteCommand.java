package tapwright.agent.main.station;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.OrderlyEnd;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.Progress;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.main.console.TerminalWidth;
import tapwright.agent.main.emulate.EmulateOptions;
import tapwright.agent.main.reader.OpenedReader;
import tapwright.agent.station.ReopenedReader;
import tapwright.agent.station.job.RewriteSettings;
import tapwright.agent.station.job.RewriteSummary;
import tapwright.agent.station.job.Rewriter;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.server.StationAccess;
import tapwright.agent.station.server.StationClient;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;

/** Writes cards anew whose contact was changed. */
@Command(
    name = "rewrite",
    mixinStandardHelpOptions = true,
    description =
        "Writes cards anew whose contact was changed at the server, as they are laid down one after"
            + " the other.",
    footer = "Exit code 1 when a card was not taken, has to come again, or is not told yet.")
final class StationRewriteCommand implements Callable<Integer> {

  @ParentCommand private StationCommand station;
  @Mixin private StationEntry entry;
  @Mixin private OneReader place;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait for the next card (default ${DEFAULT-VALUE}).")
  private int patienceSeconds;

  @Option(
      names = "--cards",
      paramLabel = "N",
      defaultValue = "0",
      description = "End after so many cards (default: when none comes any more).")
  private int cards;

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "Where the journal is (default: in the state folder).")
  private @Nullable Path journalFolder;

  @Option(
      names = "--lost",
      paramLabel = "UID",
      converter = EmulateOptions.UidConverter.class,
      description = "A card that was begun and is lost or broken; the server is told.")
  private @Nullable Uid lost;

  @Override
  public Integer call() {
    if (cards < 0) {
      throw place.usage("--cards is " + cards + ", allowed are 0 and more");
    }
    StationAccess access = entry.access(station.console());
    return place.with(
        station.agent(), place.patience(patienceSeconds), reader -> run(access, reader));
  }

  private int run(StationAccess access, String name) {
    Program agent = station.agent();
    Path folder =
        journalFolder == null ? agent.surroundings().state().file("journal") : journalFolder;
    try (ReopenedReader reader =
            new ReopenedReader(name, () -> OpenedReader.open(agent.surroundings(), name));
        Journal journal = Journal.open(folder, InstantSource.system(), new SecureRandom());
        HttpClient http = StationEntry.http()) {
      return run(new StationClient(http, access.server(), access.token()), reader, journal);
    }
  }

  private int run(StationClient client, ReopenedReader reader, Journal journal) {
    Console console = station.console();
    InstantSource clock = InstantSource.system();
    ProgressLines progress =
        new ProgressLines(
            console.remarks(), TerminalWidth.of(console), Progress.unrated(clock, "written anew"));
    RewriteSettings settings =
        new RewriteSettings(
            cards,
            place.patience(patienceSeconds),
            clock,
            () -> UUID.randomUUID().toString(),
            new SystemClock()::pause);
    Rewriter rewriter = new Rewriter(client, reader, journal, settings, progress);
    if (lost != null
        && rewriter.giveUp("--lost", lost) instanceof Checked.Refused<Uid>(Refusal refusal)) {
      return console.refused(refusal, place.json());
    }
    return OrderlyEnd.of(
        () -> {
          RewriteSummary summary = rewriter.run();
          progress.end();
          return report(summary, client);
        },
        rewriter::stop);
  }

  private int report(RewriteSummary summary, StationClient client) {
    Console console = station.console();
    if (place.json()) {
      console.json(summary);
    } else {
      console.line(
          "%d of %d cards written anew, %d with the link only; %d begun, %d events not told"
              .formatted(
                  summary.rewritten(),
                  summary.attended(),
                  summary.linkOnly(),
                  summary.begun(),
                  summary.untold()));
      summary.causes().forEach((cause, count) -> console.line("failures: " + count + " " + cause));
    }
    if (summary.serverAway()) {
      console.note(
          "tapwright: %s was away; what was done is kept, and told by the next run"
              .formatted(client.server().base()));
    } else if (summary.attended() == 0 && lost == null) {
      console.note("tapwright: no card was laid down; lay one there and start again");
    }
    return exitCode(summary);
  }

  private int exitCode(RewriteSummary summary) {
    boolean nothingCame = summary.attended() == 0 && lost == null;
    if (summary.serverAway() || (nothingCame && summary.causes().isEmpty())) {
      return Console.WORLD_FAILED;
    }
    boolean good = summary.begun() == 0 && summary.untold() == 0 && summary.causes().isEmpty();
    return good ? Console.DONE : Console.NO;
  }
}
