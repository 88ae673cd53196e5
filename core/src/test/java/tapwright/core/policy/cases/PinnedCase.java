package tapwright.core.policy.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import tapwright.core.policy.Word;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.pack.Step;

/** A decision as the expectation of a case that lists all of it. */
final class PinnedCase {

  private PinnedCase() {}

  static GoldenCase.Expected expect(Decision decision) {
    Decision.Until until = decision.until();
    return new GoldenCase.Expected(
        decision.outcome(),
        decision.byIds(),
        decision.overIds(),
        new LinkedHashSet<>(decision.missing()),
        decision.effects(),
        decision.shipping(),
        decision.amount(),
        decision.due(),
        until == null ? null : until.at(),
        null);
  }

  /** The expectation in the case format. */
  static String text(GoldenCase.Expected expected) {
    List<String> parts = new ArrayList<>();
    parts.add("outcome: " + (expected.outcome() == null ? "" : expected.outcome().word()));
    parts.add("by: " + expected.by());
    parts.add("over: " + expected.over());
    parts.add(
        "missing: " + new TreeSet<>(expected.missing() == null ? List.of() : expected.missing()));
    parts.add(
        "effects: [" + (expected.effects() == null ? "" : Word.list(expected.effects())) + "]");
    if (expected.shipping() != null) {
      parts.add("shipping: " + expected.shipping().word());
    }
    if (expected.amount() != null) {
      parts.add("amount: \"" + expected.amount() + "\"");
    }
    List<String> due = new ArrayList<>();
    for (Step step : Step.values()) {
      if (expected.due().containsKey(step)) {
        due.add("%s: \"%s\"".formatted(step.word(), expected.due().get(step)));
      }
    }
    parts.add("due: {" + String.join(", ", due) + "}");
    if (expected.until() != null) {
      parts.add("until: \"" + expected.until() + "\"");
    }
    return String.join(", ", parts);
  }
}
