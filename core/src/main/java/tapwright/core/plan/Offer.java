package tapwright.core.plan;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import tapwright.core.card.Tier;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.Plan;

/**
 * A plan as it is sold: what a term of it costs and what it gives.
 *
 * @param plan the shop's own name of it
 * @param level what policies call it; absent where they have no word for it
 * @param months how long a term is
 * @param price of a term, more than nothing
 * @param setUpFee charged once, when a subscription begins; may be nothing
 * @param tier what it gives the cards of the account
 */
public record Offer(
    String plan, Optional<Plan> level, int months, Money price, Money setUpFee, Tier tier) {

  /** Ten years: above any published term. */
  public static final int MOST_MONTHS = 120;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public Offer {
    if (!NAME.matcher(plan).matches()) {
      throw new IllegalArgumentException("plan is " + plan + ", allowed is " + NAME);
    }
    if (months < 1 || months > MOST_MONTHS) {
      throw new IllegalArgumentException(
          "months is " + months + ", allowed are 1 to " + MOST_MONTHS);
    }
    if (price.minorUnits() == 0 || !price.currency().equals(setUpFee.currency())) {
      throw new IllegalArgumentException(
          "price is %s and setUpFee %s, allowed is more than 0 and one currency"
              .formatted(price, setUpFee));
    }
  }

  boolean isDearerThan(Offer other) {
    return monthly(this, other).compareTo(monthly(other, this)) > 0;
  }

  /** Prices of as many months are compared: 10 a month is more than 100 a year. */
  private static BigInteger monthly(Offer one, Offer other) {
    return BigInteger.valueOf(one.price.minorUnits()).multiply(BigInteger.valueOf(other.months));
  }
}
