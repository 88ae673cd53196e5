package tapwright.agent.main;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.main.bench.CountedTime;
import tapwright.agent.main.bench.EncodeBench;
import tapwright.agent.main.bench.EncodeFigure;

/** Measures what encoding a card takes, against the fewest exchanges that can do it. */
@Command(
    name = "encode",
    mixinStandardHelpOptions = true,
    description =
        "Exchanges, writes and time of encoding virtual cards, beside the floor of each; the time"
            + " on the air is counted at 106 kbit/s. No physical reader is touched.")
final class BenchEncodeCommand implements Callable<Integer> {

  private static final String COLUMNS = "%-8s %-10s %5s  %-9s %9s %7s %8s %8s %9s %9s %10s  %s";

  /** UIDs of the virtual cards: the same in each run, as everything else here is. */
  private static final long SEED = 4;

  @ParentCommand private BenchCommand bench;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Option(
      names = "--rf",
      description = "Let the time on the air pass, and measure it, instead of counting it.")
  private boolean rf;

  @Override
  public Integer call() {
    List<EncodeFigure> figures =
        new EncodeBench(rf ? SystemClock::new : CountedTime::new, new Random(SEED)).figures();
    if (json) {
      bench.console().json(new Report(rf, figures));
    } else {
      table(figures);
    }
    return figures.stream().allMatch(EncodeFigure::isMet) ? Console.DONE : Console.NO;
  }

  private void table(List<EncodeFigure> figures) {
    Console console = bench.console();
    console.line("virtual cards; ms from arrival to equal read-back, by overhead per exchange");
    console.line(
        COLUMNS.formatted(
            "chip",
            "reader",
            "bytes",
            "card was",
            "exchanges",
            "floor",
            "writes",
            "0 ms",
            "floor",
            "8 ms",
            "22 ms",
            ""));
    figures.forEach(figure -> console.line(line(figure)));
  }

  private static String line(EncodeFigure figure) {
    return COLUMNS.formatted(
        figure.card().chip(),
        figure.card().reader().label(),
        figure.card().bytes(),
        figure.card().start().name().toLowerCase(Locale.ROOT),
        figure.spent().exchanges(),
        orDash(figure.floor().exchanges(), "%d"),
        figure.spent().writes(),
        ms(figure.millis().get(0)),
        orDash(figure.floor().millis(), "%.1f"),
        ms(figure.millis().get(1)),
        ms(figure.millis().get(2)),
        figure.isMet() ? "" : "ABOVE THE FLOOR");
  }

  private static String orDash(@Nullable Object floor, String format) {
    return floor == null ? "-" : format.formatted(floor);
  }

  private static String ms(double millis) {
    return "%.1f".formatted(millis);
  }

  /** The figures in the command's JSON. */
  record Report(boolean timePassed, List<EncodeFigure> figures) {}
}
