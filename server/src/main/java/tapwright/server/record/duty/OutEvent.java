package tapwright.server.record.duty;

import java.time.Instant;
import tapwright.core.card.SellerId;

/**
 * Something that happened, for those who are to be told.
 *
 * @param id the same however often it is told
 * @param kind lower-case words joined by hyphens and dots
 * @param payload a JSON object
 */
public record OutEvent(String id, SellerId seller, String kind, String payload, Instant at) {}
