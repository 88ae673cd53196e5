package tapwright.agent.main.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Lines at the foot of a terminal that change in place, below lines that stay; where nobody
 * watches, only those that stay.
 */
public final class ChangingLines {

  private final PrintWriter out;
  private final Optional<StatusBlock> block;
  private final Function<StatusBlock, List<String>> lines;
  private int shown;

  /**
   * Lines of a window.
   *
   * @param width columns of the terminal; empty where nobody watches
   * @param lines what stands there now
   */
  public ChangingLines(
      PrintWriter out, OptionalInt width, Function<StatusBlock, List<String>> lines) {
    this.out = out;
    this.block =
        width.isPresent() ? Optional.of(new StatusBlock(width.getAsInt())) : Optional.empty();
    this.lines = lines;
  }

  /** Whether somebody sees them change. */
  public boolean areWatched() {
    return block.isPresent();
  }

  /** A line that stays, above those that change. */
  public void say(String line) {
    clear();
    out.println(line);
    show();
    out.flush();
  }

  /** Shows what stands there now in the place of what stood there. */
  public void show() {
    block.ifPresent(
        foot -> {
          clear();
          List<String> now = lines.apply(foot);
          out.print(String.join("\n", now));
          shown = now.size();
          out.flush();
        });
  }

  /** Leaves the lines as they stand. */
  public void end() {
    if (shown > 0) {
      out.println();
      out.flush();
    }
    shown = 0;
  }

  private void clear() {
    out.print(StatusBlock.clearing(shown));
    shown = 0;
  }
}
