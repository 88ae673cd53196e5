package tapwright.server.record.hit;

import java.time.Instant;
import tapwright.core.card.CardId;

/**
 * Which hit it is, however often it is delivered.
 *
 * @param id 64 random bits that tell two hits of one instant apart
 */
public record HitKey(CardId card, Instant at, long id) {}
