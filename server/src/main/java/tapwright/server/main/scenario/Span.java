package tapwright.server.main.scenario;

import java.time.Duration;

/** A length of time as stories spell it: a number and s, m, h or d for 24 hours. */
final class Span {

  /** Number and unit as groups of a pattern. */
  static final String FORM = "(\\d{1,4})([smhd])";

  private Span() {}

  static Duration of(String number, String unit) {
    long count = Long.parseLong(number);
    return switch (unit) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> throw new IllegalArgumentException("unit is " + unit + ", allowed are s, m, h, d");
    };
  }
}
