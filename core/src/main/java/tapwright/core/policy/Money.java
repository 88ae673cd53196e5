package tapwright.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact amount of one currency.
 *
 * @param minorUnits the amount in the currency's smallest unit
 * @param currency the ISO 4217 code
 */
public record Money(long minorUnits, String currency) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,4})?) ([A-Z]{3})");

  public Money {
    if (minorUnits < 0) {
      throw new IllegalArgumentException("minorUnits is " + minorUnits + ", allowed is 0 or more");
    }
    if (fractionDigits(currency).isEmpty()) {
      throw new IllegalArgumentException("currency is " + currency + ", allowed is ISO 4217");
    }
  }

  /** The amount written as {@code 49.00 INR}; empty where the text is no amount of a currency. */
  public static Optional<Money> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String code = matcher.group(2);
    BigDecimal amount = new BigDecimal(matcher.group(1));
    return fractionDigits(code)
        .filter(digits -> amount.scale() <= digits)
        .map(digits -> new Money(amount.movePointRight(digits).longValueExact(), code));
  }

  private static Optional<Integer> fractionDigits(String code) {
    try {
      int digits = Currency.getInstance(code).getDefaultFractionDigits();
      return digits < 0 ? Optional.empty() : Optional.of(digits);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The sum of two amounts of one currency. */
  public Money plus(Money other) {
    requireCurrencyOf(other);
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  /** What is left when the other is taken away; nothing where that is more. */
  public Money lessAtMost(Money other) {
    requireCurrencyOf(other);
    return new Money(Math.max(0, minorUnits - other.minorUnits), currency);
  }

  private void requireCurrencyOf(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "currency is " + other.currency + ", allowed is " + currency);
    }
  }

  /** So many parts of the whole, rounded to the smallest unit as said. */
  public Money share(long parts, long whole, RoundingMode rounding) {
    BigDecimal all = BigDecimal.valueOf(minorUnits).multiply(BigDecimal.valueOf(parts));
    return new Money(all.divide(BigDecimal.valueOf(whole), 0, rounding).longValueExact(), currency);
  }

  /** The amount with all its minor digits, then the code: {@code 49.00 INR}. */
  @Override
  public String toString() {
    int digits = fractionDigits(currency).orElseThrow();
    return BigDecimal.valueOf(minorUnits, digits).toPlainString() + " " + currency;
  }
}
