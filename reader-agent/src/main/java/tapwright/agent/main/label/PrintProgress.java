package tapwright.agent.main.label;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tapwright.agent.main.console.ChangingLines;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Progress;
import tapwright.agent.main.console.TerminalWidth;
import tapwright.agent.print.job.LabelOrder;
import tapwright.agent.print.job.PrintListener;
import tapwright.agent.print.job.PrintNews;

/**
 * What staff see while labels are printed: on a terminal lines that change in place, elsewhere a
 * line for each page.
 */
final class PrintProgress implements PrintListener {

  private final Progress progress;
  private final ChangingLines lines;

  /**
   * Lines of a window.
   *
   * @param width columns of the terminal; empty where nobody watches
   */
  PrintProgress(PrintWriter out, OptionalInt width, InstantSource clock) {
    this.progress = new Progress(clock, "printed");
    this.lines = new ChangingLines(out, width, foot -> foot.lines(progress.parts(), Map.of()));
  }

  static PrintProgress on(Console console) {
    return new PrintProgress(console.remarks(), TerminalWidth.of(console), InstantSource.system());
  }

  @Override
  public void on(PrintNews news) {
    switch (news) {
      case PrintNews.Begun(int toPrint, int printedBefore) -> {
        progress.expect(toPrint + printedBefore, printedBefore);
        lines.show();
      }
      case PrintNews.Printed(List<LabelOrder> labels) -> printed(labels);
      case PrintNews.Waits waits ->
          lines.say(
              waits.look().takesJobs()
                  ? "the printer goes on" + remarks(waits.look().words())
                  : "the printer waits: " + waits.look().inWords());
      case PrintNews.Failed failed -> {
        progress.failed(failed.cause());
        lines.say(names(failed.labels()) + failed.why());
      }
      case PrintNews.Notice(String text) -> lines.say(text);
    }
  }

  /** Leaves the lines as they stand. */
  void end() {
    lines.end();
  }

  private void printed(List<LabelOrder> labels) {
    labels.forEach(label -> progress.made());
    if (lines.areWatched()) {
      lines.show();
    } else {
      lines.say(String.join(", ", progress.parts()) + "  " + span(labels));
    }
  }

  private static String remarks(List<String> words) {
    return words.isEmpty() ? "" : ": " + String.join(", ", words);
  }

  private static String names(List<LabelOrder> labels) {
    return labels.isEmpty() ? "" : span(labels) + ": ";
  }

  private static String span(List<LabelOrder> labels) {
    String first = labels.getFirst().label();
    return labels.size() == 1 ? first : first + " to " + labels.getLast().label();
  }
}
