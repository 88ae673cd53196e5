package tapwright.core.card;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * The server's key of a card: 63 random bits, so that rows keyed by it spread over partitions.
 *
 * @param value positive
 */
public record CardId(long value) {

  private static final int DIGITS = 13;

  public CardId {
    if (value <= 0) {
      throw new IllegalArgumentException("card id is " + value + ", allowed are positive numbers");
    }
  }

  public static CardId draw(RandomGenerator random) {
    return new CardId(random.nextLong(1, Long.MAX_VALUE));
  }

  /** The id as {@link #toString} writes it; empty when the text is none. */
  public static Optional<CardId> parse(String text) {
    OptionalLong number = Crockford.read(text, DIGITS);
    return number.isEmpty() || number.getAsLong() <= 0
        ? Optional.empty()
        : Optional.of(new CardId(number.getAsLong()));
  }

  /** 13 digits of Crockford's base 32. */
  @Override
  public String toString() {
    return Crockford.write(value, DIGITS);
  }
}
