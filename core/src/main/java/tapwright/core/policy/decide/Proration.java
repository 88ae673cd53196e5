package tapwright.core.policy.decide;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.pack.Situation;

/**
 * The price of the days of a paid period that are left when the service ends: price times unused
 * days by days of the period, rounded up to the smallest unit. The day on which it ends counts as
 * unused, since doubt is read for the customer.
 */
final class Proration {

  private Proration() {}

  /** The amount; empty where the price, the period or its early end is not known. */
  static Optional<Money> of(Situation situation) {
    Instant start = situation.facts().instantOf(Event.PERIOD_STARTED_AT);
    Instant end = situation.facts().instantOf(Event.PAID_UNTIL);
    Instant early = situation.facts().instantOf(Event.DISCONTINUED_AT);
    if (start == null || end == null || early == null || !start.isBefore(end)) {
      return Optional.empty();
    }
    LocalDate first = dayOf(situation, start);
    LocalDate last = dayOf(situation, end);
    long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
    long unused = ChronoUnit.DAYS.between(dayOf(situation, early), last);
    return situation
        .facts()
        .price()
        .map(price -> price.share(Math.clamp(unused, 0, days), days, RoundingMode.UP));
  }

  private static LocalDate dayOf(Situation situation, Instant instant) {
    return LocalDate.ofInstant(instant, situation.calendar().zone());
  }
}
