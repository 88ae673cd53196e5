package tapwright.core.plan;

import java.time.Instant;
import tapwright.core.policy.Money;

/**
 * What is owed for a stretch of time; the shop collects it and reports what came of it.
 *
 * @param number from 1 on, without gaps in one subscription
 * @param credit what it would cost more, had time not been counted in that was paid before
 * @param from when it is due, and where the time begins that it is for
 * @param until the first instant after that time
 */
public record Charge(
    long number, Kind kind, Money amount, Money credit, Instant from, Instant until, State state) {

  /** What is charged. */
  public enum Kind {
    /** Once, when a subscription begins. */
    SET_UP,
    /** A term of a plan, in advance. */
    TERM,
    /** What an upgrade costs more for the rest of a term. */
    UPGRADE
  }

  /** What became of it. */
  public enum State {
    /** Nothing is known yet. */
    DUE,
    /** The shop has the money. */
    PAID,
    /** The shop could not collect it. */
    FAILED,
    /** It is not owed any more. */
    WAIVED,
    /** It was paid, and all of it or what is left of its time is given back. */
    GIVEN_BACK
  }

  public Charge {
    if (number < 1 || until.isBefore(from)) {
      throw new IllegalArgumentException(
          "charge %d is from %s until %s, allowed is 1 and more, forwards"
              .formatted(number, from, until));
    }
  }

  /** Whether money may still come. */
  public boolean isOpen() {
    return state == State.DUE || state == State.FAILED;
  }

  public Charge in(State next) {
    return new Charge(number, kind, amount, credit, from, until, next);
  }

  /** The same for another time. */
  Charge over(Instant begin, Instant end) {
    return new Charge(number, kind, amount, credit, begin, end, state);
  }

  boolean isForTimeSince(Instant origin) {
    return kind != Kind.SET_UP && !from.isBefore(origin);
  }

  /** What its whole time is worth. */
  Money worth() {
    return amount.plus(credit);
  }
}
