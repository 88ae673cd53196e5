package tapwright.agent.main.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.main.emulate.EmulateOptions;
import tapwright.agent.main.label.LabelShift;
import tapwright.agent.main.label.StationLabels;
import tapwright.agent.main.reader.AttachedReaders;
import tapwright.agent.main.reader.OpenedReader;
import tapwright.agent.main.reader.ReaderChoice;
import tapwright.agent.print.QrSheet;
import tapwright.agent.print.SheetLabel;
import tapwright.agent.station.ReopenedReader;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.RowState;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;

/** The options that batches and stations share: reader, journal, sheet, and how they report. */
final class StationDesk {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private StationLabels labels;

  @Option(
      names = "--reader",
      paramLabel = "NAME",
      description =
          "A reader's name or a part of it, once for each reader to work on; not needed where there"
              + " is one.")
  private List<String> wanted = List.of();

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "Where the journal is (default: in the state folder).")
  private @Nullable Path journalFolder;

  @Option(
      names = "--sheet",
      paramLabel = "FILE.pdf",
      description = "Print the QR codes of the cards that are done onto A4 sheets.")
  private @Nullable Path sheet;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait for the next card (default ${DEFAULT-VALUE}).")
  private int patienceSeconds;

  @Option(
      names = "--lost",
      paramLabel = "UID",
      converter = EmulateOptions.UidConverter.class,
      description = "A card that was begun and is lost or broken: its row gets another one.")
  private @Nullable Uid lost;

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  Duration patience() {
    if (patienceSeconds < 1) {
      throw usage("--patience is " + patienceSeconds + ", allowed are 1 and more");
    }
    return Duration.ofSeconds(patienceSeconds);
  }

  ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /** Gives up the card that --lost names, where it does; says why it cannot, if so. */
  Optional<Refusal> giveUp(BiFunction<String, Uid, Checked<Uid>> desk) {
    return lost != null && desk.apply("--lost", lost) instanceof Checked.Refused<Uid>(Refusal no)
        ? Optional.of(no)
        : Optional.empty();
  }

  /** Does something with the readers and the journal, and gives that one's exit code. */
  int with(Program agent, ToIntBiFunction<List<ReopenedReader>, Journal> action) {
    Surroundings around = agent.surroundings();
    List<String> names =
        AttachedReaders.await(around.readers(), patience(), new SystemClock(), agent.console());
    if (names.isEmpty()) {
      return agent.console().failed("no reader is attached; plug one in and try again");
    }
    List<ReopenedReader> readers =
        chosen(names).stream().map(name -> reader(around, name)).toList();
    try (Journal journal =
        Journal.open(folder(around), InstantSource.system(), new SecureRandom())) {
      return action.applyAsInt(readers, journal);
    } finally {
      readers.forEach(ReopenedReader::close);
    }
  }

  private static ReopenedReader reader(Surroundings around, String name) {
    return new ReopenedReader(name, () -> OpenedReader.open(around, name));
  }

  /** Prints the sheet where one is asked for; gives the exit code, or the one for what failed. */
  int printSheet(Console console, String title, List<SheetLabel> labels, int exitCode) {
    Path file = sheet;
    if (file == null) {
      return exitCode;
    }
    return switch (QrSheet.pdf(title, labels)) {
      case Checked.Refused<Bytes>(Refusal refusal) -> console.refused(refusal, false);
      case Checked.Passed<Bytes>(Bytes pdf) -> {
        try {
          Files.write(file, pdf.toArray());
          console.note("QR sheet of " + labels.size() + " cards: " + file);
          yield exitCode;
        } catch (IOException e) {
          yield console.failed("cannot write --sheet " + FileProblem.of(file, e));
        }
      }
    };
  }

  /** The labels of this run; they hear of the cards before the progress does. */
  LabelShift labels(Program agent, StationListener progress) {
    return labels.open(agent, folder(agent.surroundings()), patience(), progress);
  }

  /** Whether a row or job has its card. */
  static boolean isMade(RowState state) {
    return state == RowState.VERIFIED || state == RowState.REPORTED;
  }

  private Path folder(Surroundings around) {
    Path named = journalFolder;
    return named == null ? around.state().file("journal") : named;
  }

  private List<String> chosen(List<String> names) {
    if (wanted.isEmpty()) {
      return List.of(chosen(names, null));
    }
    List<String> all = wanted.stream().map(one -> chosen(names, one)).toList();
    Set<String> distinct = new LinkedHashSet<>(all);
    if (distinct.size() < all.size()) {
      throw usage(
          "--reader names %d readers with %d names; allowed is each reader once: %s"
              .formatted(distinct.size(), all.size(), String.join(", ", distinct)));
    }
    return all;
  }

  private String chosen(List<String> names, @Nullable String asked) {
    return switch (ReaderChoice.among(names, asked)) {
      case Checked.Passed<String>(String name) -> name;
      case Checked.Refused<String>(Refusal refusal) -> throw usage(refusal.message());
    };
  }
}
