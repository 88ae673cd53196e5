package tapwright.core.card;

import java.util.regex.Pattern;

/**
 * The name of the seller to whom a row belongs.
 *
 * @param value 1 to 40 lower-case letters, digits and hyphens
 */
public record SellerId(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

  public SellerId {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "seller is " + value + ", allowed are 1 to 40 lower-case letters, digits and hyphens");
    }
  }

  /** Whether the text is the name of a seller. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
