package tapwright.server.store.upkeep.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
  private final TasksRetold tasks = new TasksRetold(figures);
  private final Map<String, Set<Effect>> effects = new TreeMap<>();
  private ClaimState state = ClaimState.RECEIVED;
  private String first = "";
  private boolean isKept;

  /** The decision that came with the claim. */
  void first(String outcome, String decision) {
    first = outcome;
    decision("1", decision);
  }

  /** Somebody keeps how the claim stands: a program from before files did not. */
  void kept() {
    isKept = true;
  }

  /** What a decision has done beside its outcome. */
  void decision(String number, String shown) {
    effects.put(number, effects(ToldEntry.json(shown).path("effects")));
  }

  @Override
  public void take(ToldEntry entry) {
    kept();
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
      case "would-now-differ" -> figures.put("other decision", entry.text("otherDecision"));
      case "would-no-longer-differ" -> figures.put("other decision", "");
      case "task-done" -> tasks.end(entry.text("task"), "done", entry.text("reference"));
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
    figures.put("by", Decider.ENGINE.word());
    figures.put("decision", "1");
  }

  private void decided(ToldEntry entry) {
    String number = entry.text("decision");
    outcome(entry.text("outcome"))
        .ifPresent(
            outcome -> {
              move(entry, new ClaimEvent.Decided(outcome));
              tasks.follow(outcome, effects.getOrDefault(number, Set.of()));
            });
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
              tasks.follow(outcome, effects(entry.detail().path("effects")));
            });
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

  private static Set<Effect> effects(JsonNode words) {
    Set<Effect> found = EnumSet.noneOf(Effect.class);
    words.forEach(
        word -> Word.find(Arrays.asList(Effect.values()), word.asText()).ifPresent(found::add));
    return found;
  }

  @Override
  public Figures figures() {
    if (effects.isEmpty()) {
      figures.put("the claim itself", "on record");
    } else if (isKept) {
      if (state == ClaimState.RECEIVED) {
        decidedBeforeTrails();
      }
      figures.put("state", state.word());
    }
    return figures;
  }
}
