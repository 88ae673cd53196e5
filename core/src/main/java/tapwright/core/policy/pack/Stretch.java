package tapwright.core.policy.pack;

import java.time.Instant;

/**
 * Where uses count.
 *
 * @param from the first instant
 * @param to the first instant after it
 */
public record Stretch(Instant from, Instant to) {}
