package tapwright.core.card;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Crockford's base 32 (Douglas Crockford, "Base 32", crockford.com/base32.html).
 *
 * <p>32 digits without I, L, O and U. Read without case; I and L read as 1, O as 0, U as nothing.
 */
final class Crockford {

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS_A_DIGIT = 5;
  private static final int DIGIT_MASK = 0x1F;
  private static final byte[] VALUES = values();

  private Crockford() {}

  /** The lowest bits of the number, highest digit first. */
  static String write(long number, int digits) {
    char[] text = new char[digits];
    long rest = number;
    for (int i = digits - 1; i >= 0; i--) {
      text[i] = DIGITS.charAt((int) rest & DIGIT_MASK);
      rest >>>= BITS_A_DIGIT;
    }
    return new String(text);
  }

  /** The number that the digits spell; empty when there are more or fewer, or one is none. */
  static OptionalLong read(String text, int digits) {
    if (text.length() != digits) {
      return OptionalLong.empty();
    }
    long number = 0;
    for (int i = 0; i < digits; i++) {
      char c = text.charAt(i);
      int value = c < VALUES.length ? VALUES[c] : -1;
      if (value < 0) {
        return OptionalLong.empty();
      }
      number = (number << BITS_A_DIGIT) | value;
    }
    return OptionalLong.of(number);
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < DIGITS.length(); i++) {
      values[DIGITS.charAt(i)] = (byte) i;
      values[Character.toLowerCase(DIGITS.charAt(i))] = (byte) i;
    }
    for (char one : "IiLl".toCharArray()) {
      values[one] = 1;
    }
    for (char zero : "Oo".toCharArray()) {
      values[zero] = 0;
    }
    return values;
  }
}
