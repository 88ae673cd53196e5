package tapwright.server.app;

import java.time.Instant;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.tap.LinkKind;
import tapwright.core.tap.Verdict;

/**
 * A hit as it goes on record.
 *
 * @param id 64 random bits that tell two hits of one microsecond apart
 * @param agent the start of its User-Agent
 */
public record StoredHit(
    CardId card,
    SellerId seller,
    Instant at,
    long id,
    LinkKind link,
    Verdict verdict,
    String agent) {}
