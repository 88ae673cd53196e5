package tapwright.agent.main.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tapwright.agent.main.bench.encode.EncodeCase;
import tapwright.agent.main.bench.pcscd.Namespaces;
import tapwright.agent.main.bench.pcscd.NfcPcsc;
import tapwright.agent.main.bench.pcscd.NpmFolder;
import tapwright.agent.main.bench.pcscd.WriterComparison;
import tapwright.agent.main.bench.pcscd.WriterFigure;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.SystemClock;

/**
 * What nfc-pcsc takes for the same bytes, and this program beside it on the same pcscd.
 *
 * @param of the package that was measured
 * @param notMeasured why there are no figures; null where there are
 */
record NfcPcscBeside(String of, @Nullable String notMeasured, List<WriterFigure> figures) {

  /** The option by which the command calls itself. */
  static final String INSIDE = "--inside";

  NfcPcscBeside {
    figures = List.copyOf(figures);
  }

  private NfcPcscBeside(String notMeasured) {
    this(NfcPcsc.PACKAGE, notMeasured, List.of());
  }

  /** Installs it where it is not, and measures; figures of our own do not hang on it. */
  static NfcPcscBeside measured(Program program, List<Integer> sizes, boolean rf)
      throws InterruptedException {
    List<String> missing = NfcPcsc.missing();
    if (!missing.isEmpty()) {
      return new NfcPcscBeside("needed and not there: " + String.join(", ", missing));
    }
    try {
      Path bench = program.surroundings().state().file("bench");
      NpmFolder folder = new NpmFolder(bench.resolve(NfcPcsc.PACKAGE));
      NfcPcsc.install(folder);
      String said = Namespaces.output(program.mainClass(), sameInside(folder, sizes, rf));
      return new NfcPcscBeside(
          NfcPcsc.PACKAGE,
          null,
          new ObjectMapper().readerForListOf(WriterFigure.class).readValue(said));
    } catch (IOException e) {
      return new NfcPcscBeside(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> sameInside(NpmFolder folder, List<Integer> sizes, boolean rf) {
    List<String> arguments = new ArrayList<>(List.of("bench", "encode"));
    arguments.addAll(List.of(INSIDE, folder.path().toString()));
    if (rf) {
      arguments.add("--rf");
    }
    if (sizes.size() == 1) {
      arguments.addAll(List.of("--bytes", sizes.getFirst().toString()));
    }
    return arguments;
  }

  /** The part that runs in namespaces of its own. */
  static int inside(Path folder, List<Integer> sizes, boolean rf, Console console)
      throws InterruptedException {
    WriterComparison comparison =
        new WriterComparison(new NpmFolder(folder), new SystemClock(), new SecureRandom(), rf);
    try {
      console.json(comparison.of(EncodeCase.blank(sizes)));
      return Console.DONE;
    } catch (IOException e) {
      return console.failed(String.valueOf(e.getMessage()));
    }
  }
}
