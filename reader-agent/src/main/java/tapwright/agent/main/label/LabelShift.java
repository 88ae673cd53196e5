package tapwright.agent.main.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Counted;
import tapwright.agent.print.job.LabelOrder;
import tapwright.agent.print.job.PrintListener;
import tapwright.agent.print.job.PrintNews;
import tapwright.agent.print.job.PrintRun;
import tapwright.agent.print.job.PrintSummary;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.journal.LabelJournal;
import tapwright.agent.station.label.LabelDesk;

/** The labels of one run of a station, on a thread of their own; or none. */
public final class LabelShift implements AutoCloseable {

  private final StationListener listener;
  private final @Nullable Parts parts;
  private final @Nullable PrintRun run;
  private final @Nullable LabelDesk desk;
  private final String again;
  private @Nullable Thread thread;

  private LabelShift(StationListener next) {
    this.listener = next;
    this.parts = null;
    this.run = null;
    this.desk = null;
    this.again = "";
  }

  LabelShift(Parts parts, String template, Function<PrintListener, PrintRun> runs) {
    this.parts = parts;
    this.run = runs.apply(news -> tell(parts.next, news));
    this.desk = new LabelDesk(run, parts.journal.wanted(), template, parts.next);
    this.listener = desk;
    this.again =
        "tapwright label %s --template " + template + " --to " + run.target() + " --unclear again";
  }

  /** What a shift with labels holds. */
  record Parts(PrinterDesk printers, LabelJournal journal, StationListener next)
      implements AutoCloseable {

    @Override
    public void close() {
      try (printers;
          journal) {
        // Both are let go of, whatever one of them says.
      }
    }
  }

  static LabelShift without(StationListener next) {
    return new LabelShift(next);
  }

  /** Hears what the station does. */
  public StationListener listener() {
    return listener;
  }

  /**
   * Begins to print, with labels that an earlier run owes.
   *
   * @param isMade whether the card of a row or job is done
   */
  public void begin(Predicate<String> isMade) {
    LabelDesk printing = desk;
    if (printing != null) {
      printing.takeUp(isMade);
      thread = Thread.ofPlatform().daemon().name("labels").start(printing::work);
    }
  }

  /** Lets go of a printer that is waited for; may be called from any thread. */
  public void stop() {
    PrintRun printing = run;
    if (printing != null) {
      printing.stop();
    }
  }

  /** Waits for what is due, says what the labels came to, and gives the exit code for it. */
  public int end(Console console, int exitCode) {
    LabelDesk printing = desk;
    Thread working = thread;
    if (printing == null || working == null) {
      return exitCode;
    }
    printing.close();
    join(working);
    LabelDesk.Result result = printing.result();
    lines(result, again).forEach(console::note);
    return exitCode == Console.DONE ? exitCode(result) : exitCode;
  }

  private static int exitCode(LabelDesk.Result result) {
    if (result.isComplete()) {
      return Console.DONE;
    }
    return result.waiting().isEmpty() && result.unclear().isEmpty()
        ? Console.NO
        : Console.WORLD_FAILED;
  }

  private static void join(Thread working) {
    try {
      working.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> lines(LabelDesk.Result result, String again) {
    List<String> lines = new ArrayList<>();
    lines.add(Counted.of(result.printed(), "label") + " printed");
    if (!result.waiting().isEmpty()) {
      lines.add(
          "labels not printed: %s; the next run with --label begins with them"
              .formatted(String.join(", ", result.waiting())));
    }
    result.refused().forEach(why -> lines.add("no label: " + why));
    for (PrintSummary.Unclear unclear : result.unclear()) {
      lines.add(
          "look for the label of %s: %s; if it is not there: %s"
              .formatted(unclear.label(), unclear.why(), again.formatted(unclear.link())));
    }
    return lines;
  }

  /** Labels are beside the work: what goes well is not said card by card. */
  private static void tell(StationListener next, PrintNews news) {
    words(news).ifPresent(words -> next.on(new StationNews.Notice(words)));
  }

  private static Optional<String> words(PrintNews news) {
    return switch (news) {
      case PrintNews.Begun begun -> Optional.empty();
      case PrintNews.Printed printed -> Optional.empty();
      case PrintNews.Waits waits ->
          Optional.of("labels: the printer says " + waits.look().inWords());
      case PrintNews.Failed failed -> Optional.of("label" + names(failed) + ": " + failed.why());
      case PrintNews.Notice(String text) -> Optional.of("labels: " + text);
    };
  }

  private static String names(PrintNews.Failed failed) {
    return failed.labels().stream()
        .map(LabelOrder::label)
        .reduce("", (all, one) -> all + " of " + one);
  }

  /** Ends what is under way first: a label that comes out must still find its journal. */
  @Override
  public void close() {
    LabelDesk printing = desk;
    Thread working = thread;
    if (printing != null && working != null) {
      stop();
      printing.close();
      join(working);
    }
    Parts open = parts;
    if (open != null) {
      open.close();
    }
  }
}
