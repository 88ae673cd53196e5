package tapwright.server.record.order;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.server.record.list.Page;

/**
 * Which orders to list.
 *
 * @param number only the one with this number; empty for all
 * @param since only those that were placed then or later
 * @param until only those that were placed before
 */
public record OrderFilter(
    SellerId seller,
    Optional<String> number,
    Optional<Instant> since,
    Optional<Instant> until,
    Page page) {}
