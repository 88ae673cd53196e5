package tapwright.server.app.subscription;

import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Shown;
import tapwright.server.record.Records;
import tapwright.server.record.order.Order;
import tapwright.server.record.subscription.Payer;

/** Whose cards a plan is for, as shops name it: by an account, or by the number of an order. */
final class FindPayer {

  /** The payer; where no account is named, that of the order. */
  Answer<Payer> of(Records records, SellerId seller, String account, String order) {
    return account.isEmpty()
        ? ofOrder(records, seller, order)
        : Answer.done(new Payer(seller, account, Optional.empty()));
  }

  private static Answer<Payer> ofOrder(Records records, SellerId seller, String number) {
    Optional<Order> order = records.orders().byNumber(seller, number);
    if (order.isEmpty()) {
      return Answer.refused(AppRefusal.ORDER_UNKNOWN.with("order", Shown.of(number)));
    }
    return order.get().account().isEmpty()
        ? Answer.done(Payer.of(order.get()))
        : Answer.refused(
            SubscriptionRefusal.ORDER_OF_ACCOUNT.with(
                "order", Shown.of(number), "account", order.get().account()));
  }
}
