package tapwright.server.app.money;

import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.policy.Money;
import tapwright.server.app.Shown;
import tapwright.server.app.money.RefundRequest.PlanEventKey;
import tapwright.server.app.subscription.OwedBack;
import tapwright.server.app.subscription.SubscriptionRefusal;
import tapwright.server.record.Records;
import tapwright.server.record.order.Order;
import tapwright.server.record.subscription.Payer;
import tapwright.server.record.subscription.StoredSubscription;

/** What refunds may be made because an event of a subscription owes them. */
final class OwedByPlan {

  private OwedByPlan() {}

  static String key(PlanEventKey named) {
    return OwedBack.key(named.subscriptionId(), named.event());
  }

  /** Why the amount does not go back by the event that was named; empty where none was. */
  static Optional<Refusal> refusal(
      Records records, Order order, ReserveRefunds.Wish wish, Money amount) {
    return wish.owedBy()
        .flatMap(
            named ->
                records
                    .subscriptions()
                    .byId(order.seller(), named.subscriptionId())
                    .map(one -> refusal(records, order, one, new Asked(wish, named, amount)))
                    .orElseGet(
                        () ->
                            Optional.of(
                                SubscriptionRefusal.UNKNOWN.with(
                                    "subscription", Shown.of(named.subscriptionId())))));
  }

  record Asked(ReserveRefunds.Wish wish, PlanEventKey named, Money amount) {}

  private static Optional<Refusal> refusal(
      Records records, Order order, StoredSubscription subscription, Asked asked) {
    if (!Payer.of(order).equals(subscription.payer())) {
      return Optional.of(
          PaymentRefusal.PLAN_ELSEWHERE.with(
              "subscription", subscription.id(), "order", order.number()));
    }
    return OwedBack.of(records, subscription, asked.named().event())
        .map(
            owed ->
                beyond(owed, asked)
                    .or(() -> PaidOtherwise.ofPlan(records, subscription, owed, asked)))
        .orElseGet(
            () ->
                Optional.of(
                    PaymentRefusal.NOTHING_OWED.with(
                        "event", asked.named().event(), "subscription", subscription.id())));
  }

  private static Optional<Refusal> beyond(OwedBack owed, Asked asked) {
    boolean within =
        asked.amount().currency().equals(owed.amount().currency())
            && asked.amount().minorUnits() <= owed.open().minorUnits();
    return within || RefundLimits.isAbove(asked.wish().role())
        ? Optional.empty()
        : Optional.of(
            PaymentRefusal.OWED_EXCEEDED.with(
                "amount", asked.amount(),
                "allowed", owed.open(),
                "event", owed.event(),
                "owed", owed.amount()));
  }
}
