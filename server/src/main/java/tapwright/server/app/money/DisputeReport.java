package tapwright.server.app.money;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.money.DisputeStatus;
import tapwright.core.policy.Money;

/**
 * What somebody says of a dispute.
 *
 * @param id the provider's key for it
 * @param at since when it stands so, where that was not just now
 */
public record DisputeReport(
    String id, String payment, Money amount, DisputeStatus status, Optional<Instant> at) {}
