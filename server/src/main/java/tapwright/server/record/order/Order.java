package tapwright.server.record.order;

import java.time.Instant;
import java.util.Map;
import tapwright.core.card.SellerId;

/**
 * What a customer bought.
 *
 * @param id our key
 * @param number the shop's number, unique for a seller
 * @param account the shop's own key for its customer, whose orders count together; empty where the
 *     order is an account of its own
 * @param pack the policy that it was sold under, as {@code id} or {@code id@version}; may be empty
 * @param placedAt when it reached us
 * @param facts what the shop says of the purchase, by the names that policies use
 * @param language the tag of the language that its customer is written to in; empty for the
 *     seller's
 */
public record Order(
    String id,
    SellerId seller,
    String number,
    String account,
    String pack,
    Instant placedAt,
    Map<String, String> facts,
    String language) {

  public Order {
    facts = Map.copyOf(facts);
  }

  /** An order that says nothing of a language. */
  public Order(
      String id,
      SellerId seller,
      String number,
      String account,
      String pack,
      Instant placedAt,
      Map<String, String> facts) {
    this(id, seller, number, account, pack, placedAt, facts, "");
  }
}
