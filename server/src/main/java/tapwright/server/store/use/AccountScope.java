package tapwright.server.store.use;

import java.util.List;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.order.Order;

/**
 * Whose uses are counted.
 *
 * @param cards what the cards are taken from, in SQL
 * @param values what is bound in it
 */
record AccountScope(String cards, List<Object> values) {

  private static final String OF_ORDERS =
      "purchase JOIN card ON card.order_id = purchase.order_id WHERE purchase.seller = ?";

  AccountScope {
    values = List.copyOf(values);
  }

  /** All cards of the order's account, or of the order where it names none. */
  static AccountScope of(Order order) {
    String seller = order.seller().value();
    return order.account().isEmpty()
        ? new AccountScope(OF_ORDERS + " AND purchase.order_id = ?", List.of(seller, order.id()))
        : new AccountScope(
            OF_ORDERS + " AND purchase.account = ? AND purchase.account <> ''",
            List.of(seller, order.account()));
  }

  /** One card. */
  static AccountScope of(SellerId seller, CardId card) {
    return new AccountScope(
        "card WHERE card.card_id = ? AND card.seller = ?", List.of(card.value(), seller.value()));
  }

  /**
   * The cards that were given out and used, with since when they count. Most cards of a large
   * account are not used at all, and told by one look at their roll-ups.
   *
   * <p>Materialized: it is asked once, not for each row that it is joined with.
   */
  String given() {
    return "WITH given (card_id, since) AS MATERIALIZED (SELECT card.card_id, (SELECT min(at)"
        + " FROM card_event WHERE card_event.card_id = card.card_id AND kind = 'issued') FROM "
        + cards
        + " AND EXISTS (SELECT 1 FROM usage_day WHERE usage_day.card_id = card.card_id"
        + " AND usage_day.class IN ('tap', 'share'))) ";
  }
}
