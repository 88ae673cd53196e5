package tapwright.server.record.hook;

import java.util.Optional;

/**
 * Which deliveries to list.
 *
 * @param before those that were made before this one; absent from the newest on
 */
public record DeliveryFilter(
    Optional<Delivery.State> state, Optional<String> kind, Optional<Delivery> before, int limit) {}
