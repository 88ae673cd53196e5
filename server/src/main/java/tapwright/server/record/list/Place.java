package tapwright.server.record.list;

import java.time.Instant;

/**
 * Where a row stands in a list that is in the order of instants: what it says of itself and not how
 * many are before it, so that rows that come or go meanwhile move no other.
 *
 * @param at the instant by which it is ordered
 * @param key what tells it from others of the same instant
 */
public record Place(Instant at, String key) {}
