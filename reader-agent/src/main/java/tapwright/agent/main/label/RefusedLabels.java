package tapwright.agent.main.label;

import java.util.List;
import java.util.Map;
import tapwright.agent.main.console.Console;
import tapwright.core.Refusal;

/** Labels of which nothing is printed, since some of them cannot be. */
final class RefusedLabels {

  private RefusedLabels() {}

  /** Says each problem; returns the exit code. */
  static int say(Console console, List<Refusal> refusals, boolean json) {
    if (json) {
      console.json(
          Map.of(
              "refused",
              "labels-refused",
              "problems",
              refusals.stream().map(Problem::of).toList()));
    }
    refusals.forEach(refusal -> console.refused(refusal, false));
    console.note(
        "tapwright: nothing was printed; mend what is named above and run the same command again");
    return Console.NO;
  }

  /** One problem, in the command's JSON. */
  record Problem(String code, String message) {

    static Problem of(Refusal refusal) {
      return new Problem(refusal.code().code(), refusal.message());
    }
  }
}
