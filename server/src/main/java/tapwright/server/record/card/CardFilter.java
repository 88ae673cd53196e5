package tapwright.server.record.card;

import java.util.Optional;
import tapwright.core.card.Mark;
import tapwright.core.card.SellerId;

/**
 * Which cards to list, in the order of their ids.
 *
 * @param orderNumber only this order's; empty for all
 * @param slug only the card with this slug; empty for all
 * @param mark only cards of which this is known; empty for all
 * @param after only ids above this one
 * @param limit how many at most, 1 to {@value #MAX_LIMIT}
 */
public record CardFilter(
    SellerId seller, String orderNumber, String slug, Optional<Mark> mark, long after, int limit) {

  public static final int MAX_LIMIT = 500;

  public CardFilter {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is " + limit + ", allowed are 1 to " + MAX_LIMIT);
    }
  }

  /** Cards whatever is known of them. */
  public CardFilter(SellerId seller, String orderNumber, String slug, long after, int limit) {
    this(seller, orderNumber, slug, Optional.empty(), after, limit);
  }
}
