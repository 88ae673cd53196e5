package tapwright.server.store.upkeep.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tapwright.core.claim.ClaimEvent;
import tapwright.core.claim.ClaimLife;
import tapwright.core.claim.ClaimMove;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.Decider;
import tapwright.core.policy.Word;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;

/**
 * A claim as its trail tells it: how it stands, what follows of it, and the goods that come back.
 *
 * <p>Which effects a decision of the engine has is not in the trail but with the decision, which is
 * never changed.
 */
final class ClaimRetold implements Retold {

  private static final String RETURN = "rma-";
  private static final Set<String> STEPS =
      Arrays.stream(ClaimEvent.Step.values())
          .map(step -> step.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private final Figures figures = new Figures();
  private final TasksRetold tasks;
  private final EvidenceRetold evidence = new EvidenceRetold(figures);
  private final Map<String, JsonNode> decisions = new TreeMap<>();
  private ClaimState state = ClaimState.RECEIVED;
  private String first = "";
  private String granted = "";
  private boolean isKept;

  /**
   * A claim.
   *
   * @param references tells of what the tasks that are done name whether it is on record
   */
  ClaimRetold(Predicate<TaskReference> references) {
    this.tasks = new TasksRetold(figures, references);
  }

  /** The decision that came with the claim. */
  void first(String outcome, String decision) {
    first = outcome;
    decision("1", decision);
  }

  /**
   * Somebody keeps how the claim stands: a program from before files did not.
   *
   * @param grants what is kept of how much money the word in force grants; may be empty
   */
  void kept(String grants) {
    isKept = true;
    granted = grants;
  }

  /** What a decision has done beside its outcome, and how much money it grants. */
  void decision(String number, String shown) {
    decisions.put(number, ToldEntry.json(shown));
  }

  /** A file that came with the claim, as it lies on record. */
  EvidenceRetold evidence() {
    return evidence;
  }

  @Override
  public void take(ToldEntry entry) {
    isKept = true;
    if (entry.number() == 1 && !entry.kind().equals("received")) {
      decidedBeforeTrails();
    }
    if (STEPS.contains(entry.kind())) {
      move(entry, ClaimEvent.Step.valueOf(entry.kind().toUpperCase(Locale.ROOT)));
    } else if (entry.kind().startsWith(RETURN)) {
      goods(entry, entry.kind().substring(RETURN.length()));
    } else {
      word(entry);
    }
  }

  private void word(ToldEntry entry) {
    switch (entry.kind()) {
      case "decided" -> decided(entry);
      case "ruled" -> settled(entry, Decider.PERSON);
      case "overridden" -> settled(entry, Decider.SUPERVISOR);
      case "would-now-differ" -> {
        figures.put("other decision", entry.text("otherDecision"));
        outcomeOf(entry.text("otherDecision"), entry.text("otherOutcome"));
      }
      case "would-no-longer-differ" -> figures.put("other decision", "");
      case "task-done" -> tasks.done(entry.text("task"), entry.text("reference"));
      case "evidence-added" -> evidence.added(entry);
      case "task-dropped" -> tasks.end(entry.text("task"), "dropped", entry.text("reference"));
      default -> {
        // What came in, was said or was warned of changes nothing that is kept of the claim.
      }
    }
  }

  /** A claim of before there were trails had its first decision and no file. */
  private void decidedBeforeTrails() {
    outcome(first).ifPresent(outcome -> move("decision", new ClaimEvent.Decided(outcome)));
    figures.put("outcome", first);
    outcomeOf("1", first);
    figures.put("by", Decider.ENGINE.word());
    figures.put("decision", "1");
    // A file that was made of a claim from before files says nothing of money.
    figures.put("granted", granted.isEmpty() ? "" : amount("1"));
  }

  static String decision(Object number) {
    return "decision " + number + ", outcome";
  }

  private void outcomeOf(String number, String outcome) {
    figures.put(decision(number), outcome);
  }

  private String amount(String number) {
    return decisions.getOrDefault(number, MissingNode.getInstance()).path("amount").asText();
  }

  private void decided(ToldEntry entry) {
    String number = entry.text("decision");
    outcome(entry.text("outcome"))
        .ifPresent(
            outcome -> {
              move(entry, new ClaimEvent.Decided(outcome));
              tasks.follow(outcome, effects(decisions.get(number)));
            });
    outcomeOf(number, entry.text("outcome"));
    figures.put("granted", amount(number));
    figures.put("outcome", entry.text("outcome"));
    figures.put("by", Decider.ENGINE.word());
    figures.put("decision", number);
    figures.put("other decision", "");
  }

  private void settled(ToldEntry entry, Decider by) {
    outcome(entry.text("outcome"))
        .ifPresent(
            outcome -> {
              move(
                  entry,
                  by == Decider.PERSON
                      ? new ClaimEvent.Ruled(outcome)
                      : new ClaimEvent.Overridden(outcome));
              tasks.follow(outcome, effects(entry.detail()));
            });
    figures.put("granted", entry.text("amount"));
    figures.put("outcome", entry.text("outcome"));
    figures.put("by", by.word());
  }

  private void move(ToldEntry entry, ClaimEvent event) {
    move("entry " + entry.number() + ", " + entry.kind(), event);
    if (state == ClaimState.CLOSED) {
      tasks.drop("closed");
    }
  }

  private void move(String what, ClaimEvent event) {
    switch (ClaimLife.apply(state, event)) {
      case ClaimMove.Moved moved -> state = moved.state();
      case ClaimMove.Refused refused ->
          figures.put(what, "what cannot happen (" + refused.refusal().message() + ")");
    }
  }

  private void goods(ToldEntry entry, String standing) {
    String rma = rma(entry.text("rma"));
    figures.put(rma + ", state", standing);
    figures.put(rma + ", verdict", entry.text("verdict"));
    figures.put(rma + ", disposition", entry.text("disposition"));
  }

  static String rma(String id) {
    return "return " + id;
  }

  private static Optional<Outcome> outcome(String word) {
    return Word.find(Arrays.asList(Outcome.values()), word);
  }

  private static Set<Effect> effects(@Nullable JsonNode said) {
    Set<Effect> found = EnumSet.noneOf(Effect.class);
    if (said == null) {
      return found;
    }
    said.path("effects")
        .forEach(
            word -> Word.find(Arrays.asList(Effect.values()), word.asText()).ifPresent(found::add));
    return found;
  }

  @Override
  public Figures figures() {
    if (decisions.isEmpty()) {
      figures.put("the claim itself", "on record");
    } else if (!isKept) {
      outcomeOf("1", first);
    } else {
      if (state == ClaimState.RECEIVED) {
        decidedBeforeTrails();
      }
      figures.put("state", state.word());
    }
    return figures;
  }
}
