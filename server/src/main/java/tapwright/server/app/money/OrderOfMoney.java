package tapwright.server.app.money;

import java.util.function.BiFunction;
import tapwright.core.trail.Subject;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.Shown;
import tapwright.server.record.Records;
import tapwright.server.record.order.Order;

/** The order that somebody speaks of by its number, as the subject of its money. */
final class OrderOfMoney {

  private OrderOfMoney() {}

  static <T> Answer<T> with(
      Records records, Caller caller, String number, BiFunction<Order, Subject, Answer<T>> work) {
    return records
        .orders()
        .byNumber(caller.seller(), number)
        .map(order -> work.apply(order, subject(order)))
        .orElseGet(() -> Answer.refused(AppRefusal.ORDER_UNKNOWN.with("order", Shown.of(number))));
  }

  static Subject subject(Order order) {
    return new Subject(order.seller(), Subject.Area.MONEY, order.id());
  }
}
