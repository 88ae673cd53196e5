package tapwright.core.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tapwright.core.policy.pack.Outcome;

/** Every state with every event and outcome; each is in the table below or must be refused. */
class ClaimLifeTest {

  private static final Set<Outcome> OPEN = EnumSet.of(Outcome.REVIEW, Outcome.NEEDS_INFO);

  /** From where each kind of event may come: R received, W waiting, and so on. */
  private static final Map<String, Set<ClaimState>> FROM =
      Map.of(
          "decided", EnumSet.of(ClaimState.RECEIVED, ClaimState.WAITING),
          "ruled", EnumSet.of(ClaimState.WAITING, ClaimState.REVIEW, ClaimState.APPEALED),
          "overridden",
              EnumSet.of(
                  ClaimState.DECIDED, ClaimState.RULED, ClaimState.OVERRIDDEN, ClaimState.APPEALED),
          "acknowledged", EnumSet.complementOf(EnumSet.of(ClaimState.CLOSED)),
          "answered", EnumSet.complementOf(EnumSet.of(ClaimState.CLOSED)),
          "appealed", EnumSet.of(ClaimState.DECIDED, ClaimState.RULED, ClaimState.OVERRIDDEN),
          "closed", EnumSet.complementOf(EnumSet.of(ClaimState.CLOSED)));

  private static List<ClaimEvent> events() {
    List<ClaimEvent> events = new ArrayList<>(List.of(ClaimEvent.Step.values()));
    for (Outcome outcome : Outcome.values()) {
      events.add(new ClaimEvent.Decided(outcome));
      events.add(new ClaimEvent.Ruled(outcome));
      events.add(new ClaimEvent.Overridden(outcome));
    }
    return events;
  }

  private static String word(ClaimEvent event) {
    return switch (event) {
      case ClaimEvent.Step step -> step.name().toLowerCase(Locale.ROOT);
      case ClaimEvent.Decided _ -> "decided";
      case ClaimEvent.Ruled _ -> "ruled";
      case ClaimEvent.Overridden _ -> "overridden";
    };
  }

  private static ClaimState next(ClaimState state, ClaimEvent event) {
    return switch (event) {
      case ClaimEvent.Step step ->
          switch (step) {
            case ACKNOWLEDGED, ANSWERED -> state;
            case APPEALED -> ClaimState.APPEALED;
            case CLOSED -> ClaimState.CLOSED;
          };
      case ClaimEvent.Decided(Outcome outcome) ->
          outcome == Outcome.NEEDS_INFO
              ? ClaimState.WAITING
              : outcome == Outcome.REVIEW ? ClaimState.REVIEW : ClaimState.DECIDED;
      case ClaimEvent.Ruled _ -> ClaimState.RULED;
      case ClaimEvent.Overridden _ -> ClaimState.OVERRIDDEN;
    };
  }

  private static boolean leavesOpen(ClaimEvent event) {
    return switch (event) {
      case ClaimEvent.Ruled(Outcome outcome) -> OPEN.contains(outcome);
      case ClaimEvent.Overridden(Outcome outcome) -> OPEN.contains(outcome);
      case ClaimEvent.Step _, ClaimEvent.Decided _ -> false;
    };
  }

  private static String expected(ClaimState state, ClaimEvent event) {
    if (!FROM.getOrDefault(word(event), Set.of()).contains(state)) {
      return "claim-step-not-allowed";
    }
    return leavesOpen(event) ? "claim-outcome-open" : next(state, event).word();
  }

  private static String seen(ClaimMove move) {
    return switch (move) {
      case ClaimMove.Moved moved -> moved.state().word();
      case ClaimMove.Refused refused -> refused.refusal().code().code();
    };
  }

  @Test
  void everyStateWithEveryEvent_isAsTheTableSays() {
    int pairs = 0;
    for (ClaimState state : ClaimState.values()) {
      for (ClaimEvent event : events()) {
        assertEquals(
            expected(state, event), seen(ClaimLife.apply(state, event)), state + " " + event);
        pairs++;
      }
    }
    assertEquals(ClaimState.values().length * (4 + 3 * Outcome.values().length), pairs);
  }

  @Test
  void refusal_namesEventStateAndWhatIsAllowed() {
    ClaimMove.Refused refused =
        (ClaimMove.Refused) ClaimLife.apply(ClaimState.CLOSED, ClaimEvent.Step.APPEALED);

    assertEquals(
        "event appealed on a claim that is closed, allowed from decided, ruled, overridden",
        refused.refusal().message());
  }

  @Test
  void closed_isTheEnd() {
    Map<ClaimState, Integer> moves = new EnumMap<>(ClaimState.class);
    for (ClaimEvent event : events()) {
      if (ClaimLife.apply(ClaimState.CLOSED, event) instanceof ClaimMove.Moved) {
        moves.merge(ClaimState.CLOSED, 1, Integer::sum);
      }
    }
    assertEquals(Map.of(), moves);
  }
}
