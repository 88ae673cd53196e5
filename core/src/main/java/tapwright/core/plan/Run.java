package tapwright.core.plan;

import java.time.Instant;
import java.time.ZoneId;
import tapwright.core.policy.calendar.Anniversaries;

/**
 * The term that runs, in a row of terms that are all counted from one origin: what began on 31
 * January renews on 28 February and on 31 March.
 *
 * @param origin when the first term of the row began
 * @param monthsBefore how many months lie between the origin and this term
 * @param reminded whether its end was told ahead
 */
public record Run(Offer offer, Instant origin, int monthsBefore, boolean reminded) {

  public Run {
    if (monthsBefore < 0) {
      throw new IllegalArgumentException(
          "monthsBefore is " + monthsBefore + ", allowed is 0 or more");
    }
  }

  static Run from(Offer offer, Instant origin) {
    return new Run(offer, origin, 0, false);
  }

  /** When the term began. */
  public Instant startsAt(ZoneId zone) {
    return at(zone, monthsBefore);
  }

  /** The first instant after the term. */
  public Instant endsAt(ZoneId zone) {
    return at(zone, monthsBefore + offer.months());
  }

  /** When so many terms more will be over. */
  Instant endsAfter(ZoneId zone, int furtherTerms) {
    return at(zone, monthsBefore + offer.months() * (1 + furtherTerms));
  }

  private Instant at(ZoneId zone, int months) {
    return new Anniversaries(zone, origin, 1).at(months);
  }

  /** The term after this one, of this offer or another. */
  Run renewed(Offer next) {
    return new Run(next, origin, monthsBefore + offer.months(), false);
  }

  Run with(Offer other) {
    return new Run(other, origin, monthsBefore, reminded);
  }

  Run told() {
    return new Run(offer, origin, monthsBefore, true);
  }
}
