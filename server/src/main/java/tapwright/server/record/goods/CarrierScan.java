package tapwright.server.record.goods;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.CardEvent.Step;
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

  /** What it says of the card's way; empty where a card has no place for what it says. */
  public Optional<Step> step() {
    return switch (kind) {
      case SHIPPED -> Optional.of(Step.SHIPPED);
      case DELIVERED -> Optional.of(Step.DELIVERED);
      case CAME_BACK -> Optional.of(Step.RETURNED);
      case UNDELIVERED, POSTED_BACK -> Optional.empty();
    };
  }

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
