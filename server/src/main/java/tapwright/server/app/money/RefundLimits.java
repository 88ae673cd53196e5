package tapwright.server.app.money;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.money.Balance;
import tapwright.core.policy.Money;
import tapwright.server.record.access.Role;

/**
 * Up to which sum of an order support may give money back by itself.
 *
 * <p>Refunds that went before count, so that a large one cannot be made of small ones. Where there
 * are limits, a currency without one is for supervisors alone.
 *
 * @param byCurrency a limit for each currency; none at all where support may give back everything
 */
public record RefundLimits(Map<String, Money> byCurrency) {

  /** Support may give back whatever was captured. */
  public static final RefundLimits NONE = new RefundLimits(Map.of());

  public RefundLimits {
    byCurrency = Map.copyOf(byCurrency);
  }

  /** Limits of these amounts; of one currency the last holds. */
  public static RefundLimits of(Collection<Money> limits) {
    Map<String, Money> all = new LinkedHashMap<>();
    limits.forEach(limit -> all.put(limit.currency(), limit));
    return new RefundLimits(all);
  }

  /** Whether the role may go beyond what is allowed to others. */
  static boolean isAbove(Role role) {
    return role == Role.SUPERVISOR || role == Role.ADMIN;
  }

  /** Why the role may not give back the amount beside what went back before. */
  Optional<Refusal> refusal(Role role, Money amount, Balance before) {
    if (byCurrency.isEmpty() || isAbove(role)) {
      return Optional.empty();
    }
    Money limit = byCurrency.getOrDefault(amount.currency(), new Money(0, amount.currency()));
    long total = Math.addExact(before.reserved() + before.refunded(), amount.minorUnits());
    return total <= limit.minorUnits()
        ? Optional.empty()
        : Optional.of(
            PaymentRefusal.SUPERVISOR_NEEDED.with(
                "amount", amount,
                "total", new Money(total, amount.currency()),
                "allowed", limit));
  }
}
