package tapwright.core.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tapwright.core.policy.Money;

/**
 * Which charges an event takes back: what is paid of them is given back, what is open is waived.
 */
public sealed interface MoneyBack {

  /** None: what was paid stays paid, and what is owed stays owed. */
  enum Nothing implements MoneyBack {
    NOTHING
  }

  /**
   * Those for time after the instant, as far as it lies ahead.
   *
   * @param origin where the row of terms begins that is given up
   */
  record UnusedTime(Instant origin, Instant at, ZoneId zone) implements MoneyBack {}

  /** Those from this number on, wholly. */
  record Since(long number) implements MoneyBack {}

  /** How much is to be paid out; empty where nothing is. */
  default Optional<Money> sum(List<Charge> charges) {
    return charges.stream()
        .filter(one -> one.state() == Charge.State.PAID && covers(one))
        .map(this::partOf)
        .reduce(Money::plus)
        .filter(sum -> sum.minorUnits() > 0);
  }

  /** The charges that it changes, as they are then. */
  default List<Charge> settled(List<Charge> charges) {
    return charges.stream()
        .filter(one -> covers(one) && (one.isOpen() || one.state() == Charge.State.PAID))
        .map(one -> one.in(one.isOpen() ? Charge.State.WAIVED : Charge.State.GIVEN_BACK))
        .toList();
  }

  private boolean covers(Charge charge) {
    return switch (this) {
      case Nothing _ -> false;
      case UnusedTime unused ->
          charge.isForTimeSince(unused.origin()) && charge.until().isAfter(unused.at());
      case Since since -> charge.number() >= since.number();
    };
  }

  private Money partOf(Charge charge) {
    return switch (this) {
      case Nothing _, Since _ -> charge.amount();
      case UnusedTime unused ->
          Unused.of(charge.from(), charge.until(), unused.at(), unused.zone()).back(charge.worth());
    };
  }
}
