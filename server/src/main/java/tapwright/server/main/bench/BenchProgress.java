package tapwright.server.main.bench;

import java.io.PrintWriter;

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
    return new BenchProgress(err, System.console().isTerminal());
  }

  void step(String what) {
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
