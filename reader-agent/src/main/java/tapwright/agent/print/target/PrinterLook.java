package tapwright.agent.print.target;

import java.util.List;

/**
 * How a target is, in words.
 *
 * @param takesJobs whether a job that is sent now would be printed without a hand's turn
 * @param words what there is to say, most important first; empty where all is well or not told
 */
public record PrinterLook(boolean takesJobs, List<String> words) {

  /** Nothing is known against it. */
  public static final PrinterLook READY = new PrinterLook(true, List.of());

  public PrinterLook {
    words = List.copyOf(words);
  }

  /** A target that waits for a person. */
  public static PrinterLook needsHelp(String... words) {
    return new PrinterLook(false, List.of(words));
  }

  /** As one line. */
  public String inWords() {
    if (words.isEmpty()) {
      return takesJobs ? "ready" : "takes no jobs";
    }
    return String.join(", ", words);
  }
}
