package tapwright.server.record.claim;

import java.time.Instant;
import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/**
 * A claim with its decision, as it was decided and stays.
 *
 * @param at when it was sent; the decision is as of then
 * @param pack the id and version that decided
 * @param packHash SHA-256 of the pack's text
 * @param calendarHash SHA-256 of zone, week and holidays
 * @param facts what was decided on, in the one form that is hashed
 * @param decision what was decided, in its one stable form: deciding again gives the same bytes
 * @param shown the same as JSON
 * @param explanation the decision in plain words, line by line
 */
public record StoredClaim(
    String id,
    CardId card,
    SellerId seller,
    String orderId,
    String kind,
    String reason,
    Instant at,
    Instant decidedAt,
    String pack,
    String packHash,
    String calendarHash,
    String outcome,
    Bytes facts,
    Bytes decision,
    String shown,
    List<String> explanation) {

  public StoredClaim {
    explanation = List.copyOf(explanation);
  }
}
