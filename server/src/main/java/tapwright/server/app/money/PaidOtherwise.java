package tapwright.server.app.money;

import java.util.List;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.claim.Grant;
import tapwright.core.policy.Money;
import tapwright.server.app.claim.ClaimMoney;
import tapwright.server.app.subscription.OwedBack;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.money.StoredRefund;
import tapwright.server.record.order.Order;
import tapwright.server.record.subscription.Payer;
import tapwright.server.record.subscription.StoredSubscription;

/**
 * Money that may have gone back before by another way: by hand, as a task says that was ended so;
 * by an event of the plan that a claim is about; by a claim that is about the plan of an event.
 *
 * <p>Claims and plans do not tell which money they are about, so no sum can be taken off that is
 * right each time: what would go beyond both together is for a person who says so.
 */
final class PaidOtherwise {

  private PaidOtherwise() {}

  /**
   * Why the claim's money does not go back without a word on that.
   *
   * @param total what would have gone back for the claim
   */
  static Optional<Refusal> ofClaim(Records records, Order order, StoredClaim claim, Money total) {
    return ClaimMoney.endedByHand(records, claim)
        .map(task -> byHand(claim, task))
        .or(() -> byPlan(records, order, claim, total));
  }

  private static Refusal byHand(StoredClaim claim, ClaimTask task) {
    return PaymentRefusal.PAID_BY_HAND.with("task", task.number(), "claim", claim.id());
  }

  /** A claim that grants all has the lines themselves as its limit, whoever paid of them. */
  private static Optional<Refusal> byPlan(
      Records records, Order order, StoredClaim claim, Money total) {
    return ClaimMoney.granted(records, claim) instanceof Grant.UpTo(Money amount)
            && ClaimMoney.mayBeAboutPlan(records, claim)
        ? beyond(claim, amount, total, ofPlans(records, order, claim, total.currency()))
        : Optional.empty();
  }

  private static Optional<Refusal> beyond(
      StoredClaim claim, Money granted, Money total, List<StoredRefund> paid) {
    long sum = ClaimMoney.sum(paid);
    return sum > 0 && Math.addExact(total.minorUnits(), sum) > granted.minorUnits()
        ? Optional.of(
            PaymentRefusal.PAID_BY_PLAN.with(
                "amount",
                new Money(sum, total.currency()),
                "owedBy",
                paid.getLast().owedBy(),
                "claim",
                claim.id(),
                "granted",
                granted))
        : Optional.empty();
  }

  /** What was made of all that the payer's plans owed back, not counting what names the claim. */
  private static List<StoredRefund> ofPlans(
      Records records, Order order, StoredClaim claim, String currency) {
    return records.subscriptions().of(Payer.of(order)).stream()
        .flatMap(one -> OwedBack.of(records, one).stream())
        .flatMap(owed -> owed.refunds().stream())
        .filter(refund -> !refund.claim().equals(claim.id()) && isPaidIn(currency, refund))
        .toList();
  }

  /** Why no more goes back by the plan's event, where that is not for supervisors. */
  static Optional<Refusal> ofPlan(
      Records records, StoredSubscription one, OwedBack owed, OwedByPlan.Asked asked) {
    if (asked.wish().isBesides()) {
      return Optional.empty();
    }
    List<StoredRefund> paid = ofClaims(records, one, owed);
    Money left = owed.open().lessAtMost(new Money(ClaimMoney.sum(paid), owed.amount().currency()));
    return paid.isEmpty() || asked.amount().minorUnits() <= left.minorUnits()
        ? Optional.empty()
        : Optional.of(
            PaymentRefusal.PAID_BY_CLAIM.with(
                "amount", asked.amount(),
                "allowed", left,
                "event", owed.event(),
                "subscription", one.id(),
                "claim", paid.getLast().claim()));
  }

  private static List<StoredRefund> ofClaims(
      Records records, StoredSubscription one, OwedBack owed) {
    String event = OwedBack.key(one.id(), owed.event());
    return records.money().ofClaims(one.payer()).stream()
        .filter(refund -> !refund.owedBy().equals(event))
        .filter(refund -> isPaidIn(owed.amount().currency(), refund))
        .filter(refund -> mayBeAboutPlan(records, refund))
        .toList();
  }

  private static boolean isPaidIn(String currency, StoredRefund refund) {
    return ClaimMoney.counts(refund) && refund.refund().amount().currency().equals(currency);
  }

  private static boolean mayBeAboutPlan(Records records, StoredRefund refund) {
    return records
        .claims()
        .byId(refund.order().seller(), refund.claim())
        .filter(claim -> ClaimMoney.mayBeAboutPlan(records, claim))
        .isPresent();
  }
}
