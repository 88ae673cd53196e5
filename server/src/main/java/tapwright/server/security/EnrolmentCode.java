package tapwright.server.security;

import java.util.Locale;
import java.util.random.RandomGenerator;
import tapwright.core.Bytes;

/**
 * The code by which a station comes in: eight digits of Crockford's base 32 in two groups, 40
 * random bits, so that it can be read out and typed.
 */
final class EnrolmentCode {

  /** Without I, L, O and U (crockford.com/base32.html). */
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 8;
  private static final int GROUP = 4;

  private EnrolmentCode() {}

  /** A new code; the generator must be one whose next value cannot be guessed. */
  static String draw(RandomGenerator random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(i == GROUP ? "-" : "").append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return code.toString();
  }

  /** What is kept of a code, the same however it was typed. */
  static Bytes hash(String typed) {
    String digits =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return Bytes.ofUtf8("tapwright enrolment " + digits).sha256();
  }
}
