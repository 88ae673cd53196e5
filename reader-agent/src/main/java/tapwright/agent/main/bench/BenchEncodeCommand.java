package tapwright.agent.main.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tapwright.agent.main.bench.encode.CountedTime;
import tapwright.agent.main.bench.encode.EncodeBench;
import tapwright.agent.main.bench.encode.EncodeCase;
import tapwright.agent.main.bench.encode.EncodeFigure;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.SystemClock;

/** Measures what encoding a card takes, against the fewest exchanges that can do it. */
@Command(
    name = "encode",
    mixinStandardHelpOptions = true,
    description =
        "Exchanges, writes and time of encoding virtual cards, beside the floor of each; the time"
            + " on the air is counted at 106 kbit/s. No physical reader is touched.")
final class BenchEncodeCommand implements Callable<Integer> {

  /** UIDs of the virtual cards: the same in each run, as everything else here is. */
  private static final long SEED = 4;

  @ParentCommand private BenchCommand bench;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Option(
      names = "--rf",
      description = "Let the time on the air pass, and measure it, instead of counting it.")
  private boolean rf;

  @Option(names = "--bytes", paramLabel = "57|150", description = "Messages of this length alone.")
  private @Nullable Integer bytes;

  @Option(
      names = "--with-nfc-pcsc",
      description =
          "Beside it npm's nfc-pcsc, which writes the same bytes to the same virtual reader behind a"
              + " real pcscd (Linux, as root; it is installed into the state folder).")
  private boolean withNfcPcsc;

  /** Set by this command for itself, once it runs in namespaces of its own. */
  @Option(names = NfcPcscBeside.INSIDE, hidden = true)
  private @Nullable Path nfcPcscFolder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (nfcPcscFolder != null) {
      return NfcPcscBeside.inside(nfcPcscFolder, sizes(), rf, bench.console());
    }
    List<EncodeFigure> figures =
        new EncodeBench(rf ? SystemClock::new : CountedTime::new, new Random(SEED))
            .figures(sizes());
    NfcPcscBeside beside = withNfcPcsc ? beside() : null;
    if (json) {
      bench.console().json(new Report(rf, figures, beside));
    } else {
      EncodeTable.lines(figures).forEach(bench.console()::line);
      WriterTable.lines(beside).forEach(bench.console()::line);
    }
    return figures.stream().allMatch(EncodeFigure::isMet) ? Console.DONE : Console.NO;
  }

  private List<Integer> sizes() {
    Integer one = bytes;
    if (one != null && !EncodeCase.SIZES.contains(one)) {
      throw new ParameterException(
          spec.commandLine(), "--bytes is " + one + ", allowed are " + EncodeCase.SIZES);
    }
    return one == null ? EncodeCase.SIZES : List.of(one);
  }

  private NfcPcscBeside beside() throws InterruptedException {
    return NfcPcscBeside.measured(bench, sizes(), rf);
  }

  /**
   * The figures in the command's JSON.
   *
   * @param nfcPcsc null where it was not asked for
   */
  record Report(boolean timePassed, List<EncodeFigure> figures, @Nullable NfcPcscBeside nfcPcsc) {}
}
