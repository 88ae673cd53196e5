package tapwright.server.app.access;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import tapwright.core.Refusal;
import tapwright.server.app.Shown;
import tapwright.server.record.access.Role;

/** What a token may be called and how long it may hold. */
public final class TokenTerms {

  /** The longest that a token holds: what nobody renews for two years is nobody's. */
  public static final int MAX_DAYS = 730;

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

  private static final int SHOP_DAYS = 365;
  private static final int STATION_DAYS = 90;
  private static final int SCRIPT_DAYS = 30;

  private TokenTerms() {}

  /**
   * How long a token holds where nobody says: a shop's for a year, a station's, which stands where
   * many come by, for a quarter of one, and a script's for a month.
   */
  public static int days(Role role) {
    return switch (role) {
      case SHOP -> SHOP_DAYS;
      case STATION -> STATION_DAYS;
      case ADMIN, SUPPORT, SUPERVISOR, FULFILMENT, AUDITOR -> SCRIPT_DAYS;
    };
  }

  /** Why no token can be called so and hold so long. */
  static Optional<Refusal> refusal(String name, int days) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of(AccessRefusal.TOKEN_NAME.with("seen", Shown.of(name)));
    }
    return days >= 1 && days <= MAX_DAYS
        ? Optional.empty()
        : Optional.of(AccessRefusal.TOKEN_DAYS.with("seen", days, "allowed", MAX_DAYS));
  }

  static Duration life(int days) {
    return Duration.ofDays(days);
  }
}
