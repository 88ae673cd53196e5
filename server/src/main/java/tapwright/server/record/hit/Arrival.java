package tapwright.server.record.hit;

import java.time.Instant;
import tapwright.core.card.Slug;
import tapwright.core.tap.Hit;

/**
 * A request for a card's link, as it came in.
 *
 * @param at when it came
 * @param id 64 random bits that tell two hits of one instant apart
 */
public record Arrival(Slug slug, Hit hit, Instant at, long id) {}
