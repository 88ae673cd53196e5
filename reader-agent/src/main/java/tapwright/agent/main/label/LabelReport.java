package tapwright.agent.main.label;

import java.util.ArrayList;
import java.util.List;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Counted;
import tapwright.agent.print.job.PrintSummary;

/** What a run of labels came to, in words and as an exit code. */
final class LabelReport {

  private final PrintSummary summary;

  private LabelReport(PrintSummary summary) {
    this.summary = summary;
  }

  static LabelReport of(PrintSummary summary) {
    return new LabelReport(summary);
  }

  /** Says it; returns the exit code. */
  int say(Console console, boolean json) {
    if (json) {
      console.json(summary);
    } else {
      lines().forEach(console::line);
    }
    advice().forEach(console::note);
    return exitCode();
  }

  private int exitCode() {
    if (summary.isComplete()) {
      return Console.DONE;
    }
    return summary.causes().isEmpty() ? Console.NO : Console.WORLD_FAILED;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d of %s printed%s"
            .formatted(
                summary.target(),
                summary.printed() + summary.handedOver(),
                Counted.of(summary.total(), "label"),
                besides()));
    summary
        .unclear()
        .forEach(
            unclear ->
                lines.add(
                    "unclear: %s, %s: %s"
                        .formatted(unclear.label(), unclear.link(), unclear.why())));
    summary.causes().forEach((cause, count) -> lines.add("failures: " + count + " " + cause));
    return lines;
  }

  private String besides() {
    StringBuilder text = new StringBuilder();
    add(text, summary.reprinted(), "of them again");
    add(text, summary.printedBefore(), "printed before");
    add(text, summary.waiting(), "not yet");
    return text.toString();
  }

  private static void add(StringBuilder text, int count, String what) {
    if (count > 0) {
      text.append(", ").append(count).append(' ').append(what);
    }
  }

  private List<String> advice() {
    List<String> advice = new ArrayList<>();
    if (!summary.unclear().isEmpty()) {
      advice.add(
          "what to do: look whether the unclear labels came out; run the same command with"
              + " --unclear printed where they did, --unclear again where they did not");
    }
    if (summary.waiting() > 0) {
      advice.add(
          "what to do: see to the printer and run the same command again; it goes on with the first"
              + " label that was not printed");
    }
    if (summary.handedOver() > 0) {
      advice.add(
          summary.target()
              + " does not tell what it printed: count the labels; for one that is missing:"
              + " tapwright label CARD --again with this run's template and target");
    }
    return advice;
  }
}
