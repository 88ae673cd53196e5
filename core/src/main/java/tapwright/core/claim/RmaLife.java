package tapwright.core.claim;

import static tapwright.core.claim.RmaState.CANCELLED;
import static tapwright.core.claim.RmaState.DISPOSED;
import static tapwright.core.claim.RmaState.EXPIRED;
import static tapwright.core.claim.RmaState.INSPECTED;
import static tapwright.core.claim.RmaState.ISSUED;
import static tapwright.core.claim.RmaState.RECEIVED;
import static tapwright.core.claim.RmaState.SENT;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tapwright.core.policy.Word;

/**
 * The one function that moves a return along its life.
 *
 * <pre>
 * event      from                    to
 * SENT       ISSUED                  SENT
 * RECEIVED   ISSUED SENT EXPIRED     RECEIVED   what comes late is there all the same
 * EXPIRED    ISSUED                  EXPIRED    what is on its way does not expire
 * CANCELLED  ISSUED                  CANCELLED
 * Inspected  RECEIVED INSPECTED      INSPECTED  a second look counts instead of the first
 * Disposed   INSPECTED               DISPOSED   where the verdict allows it
 * </pre>
 */
public final class RmaLife {

  private RmaLife() {}

  /** What the event makes of a return that is so. */
  public static RmaMove apply(RmaState state, RmaEvent event) {
    return switch (event) {
      case RmaEvent.Step step -> step(state, step);
      case RmaEvent.Inspected _ ->
          move(state, "inspected", EnumSet.of(RECEIVED, INSPECTED), INSPECTED);
      case RmaEvent.Disposed disposed -> disposed(state, disposed);
    };
  }

  private static RmaMove step(RmaState state, RmaEvent.Step step) {
    String word = step.name().toLowerCase(Locale.ROOT);
    return switch (step) {
      case SENT -> move(state, word, EnumSet.of(ISSUED), SENT);
      case RECEIVED -> move(state, word, EnumSet.of(ISSUED, SENT, EXPIRED), RECEIVED);
      case EXPIRED -> move(state, word, EnumSet.of(ISSUED), EXPIRED);
      case CANCELLED -> move(state, word, EnumSet.of(ISSUED), CANCELLED);
    };
  }

  private static RmaMove disposed(RmaState state, RmaEvent.Disposed event) {
    RmaMove move = move(state, "disposed", EnumSet.of(INSPECTED), DISPOSED);
    Set<Disposition> allowed = event.verdict().allowed();
    return move instanceof RmaMove.Moved && !allowed.contains(event.disposition())
        ? new RmaMove.Refused(
            ClaimRefusal.DISPOSITION_NOT_ALLOWED.with(
                "seen",
                event.disposition().word(),
                "verdict",
                event.verdict().word(),
                "allowed",
                Word.list(allowed)))
        : move;
  }

  private static RmaMove move(RmaState state, String event, Set<RmaState> from, RmaState next) {
    return from.contains(state)
        ? new RmaMove.Moved(next)
        : new RmaMove.Refused(
            ClaimRefusal.RMA_STEP_NOT_ALLOWED.with(
                "event", event, "state", state.word(), "allowed", Word.list(from)));
  }
}
