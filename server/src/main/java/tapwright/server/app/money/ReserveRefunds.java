package tapwright.server.app.money;

import java.util.List;
import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.claim.Grant;
import tapwright.core.money.Capture;
import tapwright.core.money.MoneyEvent;
import tapwright.core.money.MoneyLife;
import tapwright.core.money.MoneyRefusal;
import tapwright.core.money.OrderMoney;
import tapwright.core.money.Refund;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.core.trail.Subject;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Shown;
import tapwright.server.app.claim.ClaimMoney;
import tapwright.server.record.Records;
import tapwright.server.record.access.Role;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.money.StoredRefund;
import tapwright.server.record.order.Order;

/**
 * Reserves money that is to go back, within a work: the first of a refund's three steps. What it
 * makes has still to be taken to the provider ({@link PayRefund}), once the work is on record.
 */
public final class ReserveRefunds {

  private final RefundLimits limits;

  /**
   * Reserving up to limits.
   *
   * @param limits up to which sum support may refund
   */
  public ReserveRefunds(RefundLimits limits) {
    this.limits = limits;
  }

  /**
   * Who wants money to go back, and why.
   *
   * @param role as what; the limits of that role hold
   * @param claim the key of the claim behind it; empty for none
   * @param owedBy the event of a subscription that owes it; empty for none
   * @param besides whether it is said to go back besides what may have gone by another way; counts
   *     from who may go beyond what is granted
   */
  public record Wish(
      Circumstance told,
      Role role,
      String claim,
      Optional<RefundRequest.PlanEventKey> owedBy,
      boolean besides) {

    boolean isBesides() {
      return besides && RefundLimits.isAbove(role);
    }
  }

  /**
   * How much, of which line.
   *
   * @param id the refund's key, which is the provider's idempotency key as well
   */
  public record Part(String id, String line, Money amount) {}

  /** The refunds, reserved all or none; or why not. */
  public Answer<List<StoredRefund>> reserve(
      Records records, Order order, Wish wish, List<Part> parts) {
    return refusal(records, order, wish, parts)
        .<Answer<List<StoredRefund>>>map(Answer::refused)
        .orElseGet(
            () ->
                Answer.done(
                    parts.stream()
                        .map(part -> reserved(records, OrderOfMoney.subject(order), wish, part))
                        .toList()));
  }

  /**
   * Whether the claim is of the order, then the currency, the role, the money itself, what was
   * granted, and what may have gone back for it before.
   */
  private Optional<Refusal> refusal(Records records, Order order, Wish wish, List<Part> parts) {
    OrderMoney money = records.money().of(OrderOfMoney.subject(order));
    return wrongClaim(records, order, wish.claim())
        .or(() -> otherCurrency(money, sum(parts)))
        .or(() -> limits.refusal(wish.role(), sum(parts), money.total()))
        .or(() -> impossible(money, parts))
        .or(() -> beyondClaim(records, order, wish, parts))
        .or(() -> paidOtherwise(records, order, wish, parts))
        .or(() -> OwedByPlan.refusal(records, order, wish, sum(parts)));
  }

  private static Money sum(List<Part> parts) {
    return parts.stream().map(Part::amount).reduce(Money::plus).orElseThrow();
  }

  private static Optional<Refusal> wrongClaim(Records records, Order order, String claim) {
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    return records
        .claims()
        .byId(order.seller(), claim)
        .map(
            found ->
                found.orderId().equals(order.id())
                    ? Optional.<Refusal>empty()
                    : Optional.of(
                        PaymentRefusal.CLAIM_ELSEWHERE.with(
                            "claim", claim, "order", order.number())))
        .orElseGet(() -> Optional.of(AppRefusal.CLAIM_UNKNOWN.with("claim", Shown.of(claim))));
  }

  /** Before any sum is made of it. */
  private static Optional<Refusal> otherCurrency(OrderMoney money, Money amount) {
    return money
        .currency()
        .filter(currency -> !currency.equals(amount.currency()))
        .map(currency -> MoneyRefusal.CURRENCY_DIFFERS.with("amount", amount, "allowed", currency));
  }

  /** Nothing is reserved unless all can be: a refusal keeps what went before it. */
  private static Optional<Refusal> impossible(OrderMoney money, List<Part> parts) {
    Checked<OrderMoney> all = Checked.passed(money);
    for (Part part : parts) {
      MoneyEvent event = new MoneyEvent.Reserved(part.id(), part.line(), part.amount());
      all = all.then(before -> MoneyLife.apply(before, event));
    }
    return all instanceof Checked.Refused<OrderMoney>(Refusal refusal)
        ? Optional.of(refusal)
        : Optional.empty();
  }

  private static Optional<Refusal> beyondClaim(
      Records records, Order order, Wish wish, List<Part> parts) {
    if (wish.claim().isEmpty() || RefundLimits.isAbove(wish.role())) {
      return Optional.empty();
    }
    StoredClaim claim = records.claims().byId(order.seller(), wish.claim()).orElseThrow();
    Money total = totalOf(records, claim, parts);
    if (ClaimMoney.isToBeChosenBySeller(records, claim)) {
      return Optional.of(exceeds(wish, total, "nothing before a supervisor has chosen"));
    }
    return switch (ClaimMoney.granted(records, claim)) {
      case Grant.Whole _ -> Optional.empty();
      case Grant.UpTo(Money amount) when isWithin(total, amount) -> Optional.empty();
      case Grant.UpTo(Money amount) -> Optional.of(exceeds(wish, total, amount.toString()));
      case Grant.Nothing _ -> Optional.of(exceeds(wish, total, "nothing"));
      case Grant.Unsaid _ -> Optional.of(exceeds(wish, total, "a part that nobody has named"));
    };
  }

  /** What would have gone back for the claim. */
  private static Money totalOf(Records records, StoredClaim claim, List<Part> parts) {
    List<StoredRefund> before =
        ClaimMoney.refunds(records, claim).stream().filter(ClaimMoney::counts).toList();
    Money wanted = sum(parts);
    return new Money(Math.addExact(ClaimMoney.sum(before), wanted.minorUnits()), wanted.currency());
  }

  private static Optional<Refusal> paidOtherwise(
      Records records, Order order, Wish wish, List<Part> parts) {
    if (wish.claim().isEmpty() || wish.isBesides()) {
      return Optional.empty();
    }
    StoredClaim claim = records.claims().byId(order.seller(), wish.claim()).orElseThrow();
    return PaidOtherwise.ofClaim(records, order, claim, totalOf(records, claim, parts));
  }

  private static boolean isWithin(Money total, Money granted) {
    return total.currency().equals(granted.currency())
        && total.minorUnits() <= granted.minorUnits();
  }

  private static Refusal exceeds(Wish wish, Money total, String granted) {
    return PaymentRefusal.CLAIM_EXCEEDED.with(
        "claim", wish.claim(), "total", total, "allowed", granted);
  }

  private static StoredRefund reserved(Records records, Subject order, Wish wish, Part part) {
    Capture capture = records.money().of(order).captures().get(part.line());
    StoredRefund wanted =
        new StoredRefund(
            order,
            new Refund(part.id(), part.line(), part.amount(), RefundState.RESERVED),
            capture == null ? "" : capture.payment(),
            wish.claim(),
            wish.owedBy().map(OwedByPlan::key).orElse(""),
            "",
            0,
            wish.told().recordedAt(),
            Optional.of(wish.told().recordedAt().plus(RefundLine.CALL_IS_OVER)));
    return switch (new MoveMoney(records, order, wish.told()).reserve(wanted)) {
      case Answer.Done<OrderMoney> _ -> wanted;
      case Answer.Refused<OrderMoney> refused ->
          throw new IllegalStateException("checked before: " + refused.refusal().message());
    };
  }
}
