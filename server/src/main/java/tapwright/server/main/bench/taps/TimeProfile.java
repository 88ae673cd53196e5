package tapwright.server.main.bench.taps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Samples of what a server's threads did, counted by where they were. */
final class TimeProfile {

  private static final String OURS = "tapwright.";
  private static final int SHOWN = 20;

  private final Map<String, Integer> innermost = new HashMap<>();
  private final Map<String, Integer> ours = new HashMap<>();
  private int samples;

  /** A method on a stack. */
  record Frame(String type, String method) {

    String label() {
      return type.substring(type.lastIndexOf('.') + 1) + "." + method;
    }
  }

  /** Counts a stack, innermost first. */
  void add(List<Frame> stack) {
    if (stack.isEmpty()) {
      return;
    }
    samples++;
    innermost.merge(stack.getFirst().label(), 1, Integer::sum);
    stack.stream()
        .filter(frame -> frame.type().startsWith(OURS))
        .findFirst()
        .ifPresent(frame -> ours.merge(frame.label(), 1, Integer::sum));
  }

  int samples() {
    return samples;
  }

  /** Our own methods with all that they call elsewhere, then the methods at work themselves. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("  in our methods, with what they call of others (share of " + samples + " samples)");
    top(ours, lines);
    lines.add("  in the methods themselves");
    top(innermost, lines);
    return lines;
  }

  private void top(Map<String, Integer> counts, List<String> lines) {
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .forEach(
            entry ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "%8.1f %%  %s",
                        100.0 * entry.getValue() / samples,
                        entry.getKey())));
  }
}
