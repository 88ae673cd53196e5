package tapwright.server.main.bench.stage;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** How far a benchmark is: one line that changes on a terminal, else a line for each step. */
public final class BenchProgress implements AutoCloseable {

  /** To the first column, and the line is cleared from there (ECMA-48, EL). */
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintWriter err;
  private final boolean terminal;

  private BenchProgress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** On standard error, so that results alone are on standard output. */
  public static BenchProgress to(PrintWriter err) {
    // JDK 25 has none where nobody sits; JDK 22 to 24 had one that was no terminal.
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new BenchProgress(err, terminal);
  }

  public void step(String what) {
    if (terminal) {
      err.print(CLEAR_LINE + what);
    } else {
      err.println(what);
    }
    err.flush();
  }

  /** Takes the changing line away. */
  @Override
  public void close() {
    if (terminal) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
