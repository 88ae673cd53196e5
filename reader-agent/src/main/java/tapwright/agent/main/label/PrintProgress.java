package tapwright.agent.main.label;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Progress;
import tapwright.agent.main.console.StatusBlock;
import tapwright.agent.main.console.TerminalWidth;
import tapwright.agent.print.job.LabelOrder;
import tapwright.agent.print.job.PrintListener;
import tapwright.agent.print.job.PrintNews;

/**
 * What staff see while labels are printed: on a terminal lines that change in place, elsewhere a
 * line for each page.
 */
final class PrintProgress implements PrintListener {

  private final PrintWriter out;
  private final OptionalInt width;
  private final Progress progress;
  private int linesShown;

  /**
   * Lines of a window.
   *
   * @param width columns of the terminal; empty where nobody watches
   */
  PrintProgress(PrintWriter out, OptionalInt width, InstantSource clock) {
    this.out = out;
    this.width = width;
    this.progress = new Progress(clock, "printed");
  }

  static PrintProgress on(Console console) {
    return new PrintProgress(console.remarks(), TerminalWidth.of(console), InstantSource.system());
  }

  @Override
  public void on(PrintNews news) {
    switch (news) {
      case PrintNews.Begun(int toPrint, int printedBefore) -> {
        progress.expect(toPrint + printedBefore, printedBefore);
        show();
      }
      case PrintNews.Printed(List<LabelOrder> labels) -> printed(labels);
      case PrintNews.Waits waits ->
          say(
              waits.look().words().isEmpty()
                  ? "the printer goes on"
                  : "the printer waits: " + waits.look().inWords());
      case PrintNews.Failed failed -> {
        progress.failed(failed.cause());
        say(names(failed.labels()) + failed.why());
      }
      case PrintNews.Notice(String text) -> say(text);
    }
  }

  /** Leaves the lines as they stand. */
  void end() {
    if (linesShown > 0) {
      out.println();
      out.flush();
    }
    linesShown = 0;
  }

  private void printed(List<LabelOrder> labels) {
    labels.forEach(label -> progress.made());
    if (width.isPresent()) {
      show();
    } else {
      out.println(String.join(", ", progress.parts()) + "  " + span(labels));
      out.flush();
    }
  }

  private static String names(List<LabelOrder> labels) {
    return labels.isEmpty() ? "" : span(labels) + ": ";
  }

  private static String span(List<LabelOrder> labels) {
    String first = labels.getFirst().label();
    return labels.size() == 1 ? first : first + " to " + labels.getLast().label();
  }

  /** A line that stays, above those that change. */
  private void say(String line) {
    clear();
    out.println(line);
    show();
    out.flush();
  }

  private void show() {
    if (width.isPresent()) {
      clear();
      List<String> lines = new StatusBlock(width.getAsInt()).lines(progress.parts(), Map.of());
      out.print(String.join("\n", lines));
      linesShown = lines.size();
      out.flush();
    }
  }

  private void clear() {
    out.print(StatusBlock.clearing(linesShown));
    linesShown = 0;
  }
}
