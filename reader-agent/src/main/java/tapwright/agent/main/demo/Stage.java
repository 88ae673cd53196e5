package tapwright.agent.main.demo;

import java.io.PrintStream;

/** What the audience sees: numbered scenes with lines below them. */
final class Stage {

  private static final String INDENT = "   ";
  private static final int PROGRESS_WIDTH = 76;

  private final PrintStream out;
  private final boolean terminal;
  private int scenes;
  private boolean progressShown;

  /**
   * @param terminal whether a progress line may be written over
   */
  Stage(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void scene(String title) {
    clearProgress();
    scenes++;
    out.println();
    out.println(scenes + "  " + title);
  }

  /** An empty line between two tales of one scene. */
  void gap() {
    clearProgress();
    out.println();
  }

  void line(String text) {
    clearProgress();
    text.lines().forEach(line -> out.println(INDENT + line));
  }

  /** Something under way: shown over and over in one place, and not at all in a file. */
  void progress(String text) {
    if (terminal) {
      out.printf("\r" + INDENT + "%-" + PROGRESS_WIDTH + "s", text);
      out.flush();
      progressShown = true;
    }
  }

  private void clearProgress() {
    if (progressShown) {
      out.printf("\r" + INDENT + "%-" + PROGRESS_WIDTH + "s\r", "");
      progressShown = false;
    }
  }
}
