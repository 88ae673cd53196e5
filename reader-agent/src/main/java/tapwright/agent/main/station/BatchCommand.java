package tapwright.agent.main.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.Finish;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.main.console.OrderlyEnd;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.main.console.TerminalWidth;
import tapwright.agent.main.label.LabelShift;
import tapwright.agent.station.ReopenedReader;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.batch.Batch;
import tapwright.agent.station.batch.BatchFile;
import tapwright.agent.station.batch.BatchSummary;
import tapwright.agent.station.journal.Journal;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Makes the cards of a CSV file, without a server; goes on where it was when run again. */
@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    description =
        "Makes a card for each row of a CSV file (columns name, title, company, phone, email, url,"
            + " order, account, pack); may be stopped at any time and run again. Ctrl-C finishes"
            + " the card in hand, prints the summary and ends with exit code 130.")
public final class BatchCommand implements Callable<Integer> {

  @ParentCommand private Program agent;
  @Mixin private StationDesk desk;
  @Mixin private BatchFinish finish;

  @Parameters(paramLabel = "FILE.csv", description = "One row a card; name and url must be there.")
  private Path path;

  @Override
  public Integer call() {
    Bytes content;
    try {
      content = Bytes.copyOf(Files.readAllBytes(path));
    } catch (IOException e) {
      throw desk.usage("cannot read " + FileProblem.of(path, e));
    }
    return switch (BatchFile.read(path.getFileName().toString(), content)) {
      case BatchFile.Reading.Sound(BatchFile file) -> make(file);
      case BatchFile.Reading.Faulty(List<Refusal> refusals) -> refused(refusals);
    };
  }

  private int make(BatchFile file) {
    return switch (finish.read(agent.console())) {
      case Checked.Passed<Finish>(Finish last) ->
          desk.with(agent, (readers, journal) -> run(file, last, readers, journal));
      case Checked.Refused<Finish>(Refusal refusal) ->
          agent.console().refused(refusal, desk.json());
    };
  }

  private int refused(List<Refusal> refusals) {
    if (desk.json()) {
      agent.console().json(Faulty.of(refusals));
    }
    refusals.forEach(refusal -> agent.console().refused(refusal, false));
    return agent
        .console()
        .refused(StationRefusal.BATCH_FAULTY.with("seen", refusals.size()), false);
  }

  private int run(BatchFile file, Finish last, List<ReopenedReader> readers, Journal journal) {
    InstantSource clock = InstantSource.system();
    ProgressLines progress =
        new ProgressLines(agent.console().remarks(), TerminalWidth.of(agent.console()), clock);
    Batch.Settings settings =
        new Batch.Settings(clock, new SystemClock()::pause, desk.patience(), last);
    try (LabelShift labels = desk.labels(agent, progress)) {
      Batch batch = new Batch(file, readers, journal, settings, labels.listener());
      return run(batch, file, new Labelled(labels, journal, last, progress));
    }
  }

  private int run(Batch batch, BatchFile file, Labelled labelled) {
    Optional<Refusal> notGivenUp = desk.giveUp(batch::giveUp);
    if (notGivenUp.isPresent()) {
      return agent.console().refused(notGivenUp.get(), desk.json());
    }
    Optional<Refusal> objection = batch.objection();
    if (objection.isPresent()) {
      return agent.console().refused(objection.get(), desk.json());
    }
    BatchFinish.announce(labelled.finish, agent.console(), file.rows().size());
    return OrderlyEnd.of(
        () -> {
          labelled.labels.begin(owner -> StationDesk.isMade(labelled.journal.stateOf(owner)));
          return labelled.labels.end(agent.console(), worked(batch, file, labelled.progress));
        },
        () -> {
          batch.stop();
          labelled.labels.stop();
        });
  }

  /** What goes with a run beside its batch. */
  private record Labelled(
      LabelShift labels, Journal journal, Finish finish, ProgressLines progress) {}

  private int worked(Batch batch, BatchFile file, ProgressLines progress) {
    BatchSummary summary = batch.run().orThrow();
    progress.end();
    report(summary);
    int exitCode = summary.isComplete() ? Console.DONE : Console.NO;
    return desk.printSheet(agent.console(), file.name(), batch.sheetLabels(), exitCode);
  }

  private void report(BatchSummary summary) {
    Console console = agent.console();
    if (desk.json()) {
      console.json(summary);
      return;
    }
    console.line(
        "%s: %d of %d cards verified, %d of them now, %d with the link only"
            .formatted(
                summary.file(),
                summary.verified(),
                summary.total(),
                summary.verifiedNow(),
                summary.linkOnly()));
    summary
        .refused()
        .forEach(open -> console.line("refused: " + open.row() + ": " + open.message()));
    summary
        .unfinished()
        .forEach(
            open ->
                console.line(
                    "unfinished: "
                        + open.row()
                        + " on card "
                        + open.uid()
                        + ": "
                        + open.message()));
    if (summary.queued() > 0) {
      console.line(summary.queued() + " rows wait for a card; run the same command to go on");
    }
    summary.causes().forEach((cause, count) -> console.line("failures: " + count + " " + cause));
  }

  /** A file that is not worked on, in the command's JSON. */
  record Faulty(String refused, List<Problem> problems) {

    static Faulty of(List<Refusal> refusals) {
      return new Faulty(
          StationRefusal.BATCH_FAULTY.code(), refusals.stream().map(Problem::of).toList());
    }
  }

  /** One thing that is wrong with the file. */
  record Problem(String code, String message) {

    static Problem of(Refusal refusal) {
      return new Problem(refusal.code().code(), refusal.message());
    }
  }
}
