package tapwright.agent.main.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.Console;

/** Measures how fast labels are drawn, and how much memory a long job takes. */
@Command(
    name = "label",
    mixinStandardHelpOptions = true,
    description =
        "Labels a second on one thread, each symbol proven, to PDF and ZPL; then many labels in one"
            + " PDF file with the memory that it took.")
final class BenchLabelCommand implements Callable<Integer> {

  private static final int MOST_LABELS = 1_000_000;

  @ParentCommand private BenchCommand bench;

  @Option(
      names = "--labels",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many labels the one file has (default ${DEFAULT-VALUE}).")
  private int labels;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (labels < 1 || labels > MOST_LABELS) {
      throw new ParameterException(
          spec.commandLine(), "--labels is " + labels + ", allowed are 1 to " + MOST_LABELS);
    }
    try {
      LabelFigures figures = new LabelBench(System::nanoTime).figures(labels);
      if (json) {
        bench.console().json(figures);
      } else {
        figures.lines(Locale.ROOT).forEach(bench.console()::line);
      }
      return Console.DONE;
    } catch (IOException e) {
      return bench.console().failed("cannot write the temporary file: " + e.getMessage());
    }
  }
}
