package tapwright.server.record.hit;

import tapwright.core.card.SellerId;
import tapwright.core.tap.LinkKind;
import tapwright.core.tap.Verdict;

/**
 * A hit as it goes on record.
 *
 * @param keyVersion which run of the chip's counter the verdict's counter belongs to; of no meaning
 *     where the verdict has none
 * @param missed how many reads before it never came, where it is a tap with a counter
 * @param agent the start of its User-Agent; may be empty
 */
public record StoredHit(
    HitKey key,
    SellerId seller,
    LinkKind link,
    Verdict verdict,
    int keyVersion,
    int missed,
    String agent) {}
