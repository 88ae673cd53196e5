package tapwright.server.record.goods;

import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.core.claim.RmaState;
import tapwright.server.record.list.Page;

/**
 * Which returns to list.
 *
 * @param state only those in the state; empty for any
 * @param claimId only those of the claim; empty for all
 */
public record RmaFilter(
    SellerId seller, Optional<RmaState> state, Optional<String> claimId, Page page) {}
