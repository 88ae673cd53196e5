package tapwright.server.record.goods;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.ReturnCause;

/**
 * What a carrier says of a parcel with a card.
 *
 * @param scanId the carrier's key, or one that was chosen by who passes the scan on
 * @param cause why it came back undelivered, where it did and that is known
 * @param at when it happened
 */
public record CarrierScan(
    CardId card,
    SellerId seller,
    String carrier,
    String scanId,
    Kind kind,
    Optional<ReturnCause> cause,
    Instant at) {

  /** What happened to the parcel. */
  public enum Kind implements Word {
    /** The carrier took it from the seller. */
    SHIPPED,
    /** The customer has it. */
    DELIVERED,
    /** It could not be delivered and goes back. */
    UNDELIVERED,
    /** The customer gave goods to the carrier that go back. */
    POSTED_BACK,
    /** What went back reached the seller. */
    CAME_BACK
  }
}
