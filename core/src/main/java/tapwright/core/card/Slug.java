package tapwright.core.card;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * The public token in a card's links: 10 digits of Crockford's base 32, printed for life.
 *
 * @param value in upper case, as it is printed and stored
 */
public record Slug(String value) {

  /** 50 bits: a million cards leave one guess in a billion a chance to hit one of them. */
  public static final int LENGTH = 10;

  private static final long MASK = (1L << (5 * LENGTH)) - 1;

  public Slug {
    if (!value.equals(canonical(value))) {
      throw new IllegalArgumentException(
          "slug is " + value + ", allowed are " + LENGTH + " digits of Crockford's base 32");
    }
  }

  /** A new slug; the generator must be one whose next value cannot be guessed. */
  public static Slug draw(RandomGenerator random) {
    return new Slug(Crockford.write(random.nextLong() & MASK, LENGTH));
  }

  /** The slug that a person or a link spells, in any case; empty when it spells none. */
  public static Optional<Slug> parse(String text) {
    String slug = canonical(text);
    return slug.isEmpty() ? Optional.empty() : Optional.of(new Slug(slug));
  }

  private static String canonical(String text) {
    OptionalLong number = Crockford.read(text, LENGTH);
    return number.isEmpty() ? "" : Crockford.write(number.getAsLong(), LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}
