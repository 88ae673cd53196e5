package tapwright.server.app.card;

import java.util.List;
import java.util.Optional;
import tapwright.core.wire.WireContact;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.record.hit.Uses;
import tapwright.server.record.order.Order;

/**
 * A card with all that its seller may see of it.
 *
 * @param link what the chip leads to
 * @param qrLink what the print leads to
 * @param shareLink what leads to the page that shows whose card it is
 * @param history oldest first
 * @param usage how often each class of hit was seen; classes never seen are left out
 * @param used the uses among them that policies may count; empty where it is one of many cards
 */
public record CardView(
    Card card,
    Order order,
    Optional<WireContact> contact,
    String link,
    String qrLink,
    String shareLink,
    List<CardHistory> history,
    List<UsageCount> usage,
    Optional<Uses.Used> used) {}
