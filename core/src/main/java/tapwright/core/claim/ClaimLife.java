package tapwright.core.claim;

import static tapwright.core.claim.ClaimState.APPEALED;
import static tapwright.core.claim.ClaimState.CLOSED;
import static tapwright.core.claim.ClaimState.DECIDED;
import static tapwright.core.claim.ClaimState.OVERRIDDEN;
import static tapwright.core.claim.ClaimState.RECEIVED;
import static tapwright.core.claim.ClaimState.REVIEW;
import static tapwright.core.claim.ClaimState.RULED;
import static tapwright.core.claim.ClaimState.WAITING;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tapwright.core.policy.Word;
import tapwright.core.policy.pack.Outcome;

/**
 * The one function that moves a claim along its life.
 *
 * <p>The checks stand in a fixed order: state, then outcome; the first that fails gives the
 * refusal.
 *
 * <pre>
 * event         from                                       to
 * Decided       RECEIVED WAITING                           WAITING for needs-info, REVIEW for review, else DECIDED
 * Ruled         WAITING REVIEW APPEALED                    RULED       by an outcome that decides
 * Overridden    DECIDED RULED OVERRIDDEN APPEALED          OVERRIDDEN  by an outcome that decides
 * ACKNOWLEDGED  every state but CLOSED                     same
 * ANSWERED      every state but CLOSED                     same
 * APPEALED      DECIDED RULED OVERRIDDEN                   APPEALED
 * CLOSED        every state but CLOSED                     CLOSED
 * </pre>
 */
public final class ClaimLife {

  /** What leaves a claim open. */
  private static final Set<Outcome> OPEN = EnumSet.of(Outcome.REVIEW, Outcome.NEEDS_INFO);

  private static final Set<ClaimState> SETTLED = EnumSet.of(DECIDED, RULED, OVERRIDDEN);
  private static final Set<ClaimState> BEFORE_THE_END = EnumSet.complementOf(EnumSet.of(CLOSED));

  private ClaimLife() {}

  /** What the event makes of a claim that is so. */
  public static ClaimMove apply(ClaimState state, ClaimEvent event) {
    return switch (event) {
      case ClaimEvent.Decided decided ->
          move(state, "decided", EnumSet.of(RECEIVED, WAITING), after(decided.outcome()));
      case ClaimEvent.Ruled ruled ->
          settled(state, "ruled", EnumSet.of(WAITING, REVIEW, APPEALED), RULED, ruled.outcome());
      case ClaimEvent.Overridden over ->
          settled(
              state,
              "overridden",
              EnumSet.of(DECIDED, RULED, OVERRIDDEN, APPEALED),
              OVERRIDDEN,
              over.outcome());
      case ClaimEvent.Step step -> step(state, step);
    };
  }

  private static ClaimMove step(ClaimState state, ClaimEvent.Step step) {
    String word = step.name().toLowerCase(Locale.ROOT);
    return switch (step) {
      case ACKNOWLEDGED, ANSWERED -> move(state, word, BEFORE_THE_END, state);
      case APPEALED -> move(state, word, SETTLED, APPEALED);
      case CLOSED -> move(state, word, BEFORE_THE_END, CLOSED);
    };
  }

  private static ClaimState after(Outcome outcome) {
    return switch (outcome) {
      case NEEDS_INFO -> WAITING;
      case REVIEW -> REVIEW;
      case FULL_REFUND, PARTIAL_REFUND, PRORATED_REFUND, CUSTOMER_CHOICE, SELLER_CHOICE -> DECIDED;
      case REPLACEMENT, CANCEL, REACTIVATE, DELETE_DATA, RESHIP, EXCHANGE -> DECIDED;
      case DENY, REFER, NO_EFFECT -> DECIDED;
    };
  }

  private static ClaimMove settled(
      ClaimState state, String event, Set<ClaimState> from, ClaimState next, Outcome outcome) {
    ClaimMove move = move(state, event, from, next);
    return move instanceof ClaimMove.Moved && OPEN.contains(outcome)
        ? new ClaimMove.Refused(
            ClaimRefusal.OUTCOME_OPEN.with(
                "outcome",
                outcome.word(),
                "allowed",
                Word.list(EnumSet.complementOf(EnumSet.copyOf(OPEN)))))
        : move;
  }

  private static ClaimMove move(
      ClaimState state, String event, Set<ClaimState> from, ClaimState next) {
    return from.contains(state)
        ? new ClaimMove.Moved(next)
        : new ClaimMove.Refused(
            ClaimRefusal.STEP_NOT_ALLOWED.with(
                "event", event, "state", state.word(), "allowed", words(from)));
  }

  private static String words(Set<ClaimState> states) {
    return Word.list(states);
  }
}
