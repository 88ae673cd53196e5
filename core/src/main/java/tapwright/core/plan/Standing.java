package tapwright.core.plan;

import java.time.Instant;
import java.util.Locale;
import tapwright.core.policy.fact.Termination;

/** How a subscription stands. */
public sealed interface Standing {

  /** The plan runs, and nothing that it cost failed to be paid. */
  record Running() implements Standing {}

  /** A payment failed; the plan runs on until then. */
  record Grace(Instant until) implements Standing {}

  /** Nobody paid in time: the cards are on the free tier until somebody does. */
  record Lapsed(Instant since) implements Standing {}

  /** Cancelled: nothing is charged, all data is kept, and it can be reactivated. */
  record Deactivated(Instant since) implements Standing {}

  /** The seller ended it for a reason; nothing brings it back. */
  record Terminated(Instant since, Termination reason) implements Standing {}

  /** The seller gave the service up; nothing brings it back. */
  record Discontinued(Instant since) implements Standing {}

  /** Every word that {@link #word} gives, for the record's and the API's lists. */
  enum State {
    RUNNING,
    GRACE,
    LAPSED,
    DEACTIVATED,
    TERMINATED,
    DISCONTINUED
  }

  /** Which of them it is. */
  default State state() {
    return switch (this) {
      case Running _ -> State.RUNNING;
      case Grace _ -> State.GRACE;
      case Lapsed _ -> State.LAPSED;
      case Deactivated _ -> State.DEACTIVATED;
      case Terminated _ -> State.TERMINATED;
      case Discontinued _ -> State.DISCONTINUED;
    };
  }

  default String word() {
    return state().name().toLowerCase(Locale.ROOT);
  }

  /** Whether the plan gives what was bought. */
  default boolean isServed() {
    return this instanceof Running || this instanceof Grace;
  }

  /** Whether nothing can happen to it any more. */
  default boolean isFinal() {
    return this instanceof Terminated || this instanceof Discontinued;
  }
}
