package tapwright.server.app.order;

import java.time.Instant;
import java.util.Optional;
import tapwright.server.record.card.Succession;

/**
 * A card that shall be made for an order.
 *
 * @param placementId the request that asks for it
 * @param row where it stands in that
 * @param target where its links shall lead; empty for its own page
 * @param succession the card whose place it shall take, if any
 * @param expiresAt when its time is over; empty for never
 * @param at when it was asked for
 */
record NewCard(
    String placementId,
    int row,
    String target,
    ChipOrder chip,
    Succession succession,
    Optional<Instant> expiresAt,
    Instant at) {}
