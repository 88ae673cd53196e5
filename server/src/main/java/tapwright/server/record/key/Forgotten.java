package tapwright.server.record.key;

import java.time.Instant;
import tapwright.core.card.SellerId;

/**
 * That somebody was forgotten: it names nobody.
 *
 * @param holder our key of whom
 */
public record Forgotten(SellerId seller, String holder, Instant at) {}
