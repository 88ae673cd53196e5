package tapwright.server.app.card;

import java.time.Instant;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardLife;
import tapwright.core.card.CardOutcome;
import tapwright.core.policy.Word;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.duty.OutEvent;

/**
 * Marks a card of which something says that somebody else has it than it was sold to.
 *
 * <p>It is a suspicion for a person to look at: the card goes on, and nothing is decided by it.
 */
public final class SuspectTransfer {

  private static final TrailEntry.By SERVER = new TrailEntry.By("detect-transfers", "server");

  private SuspectTransfer() {}

  /** What says so. */
  public enum Ground implements Word {
    /** It speaks for somebody else than before, whom nothing ties to that person. */
    HANDED_OVER,
    /** It lay in the parcel in which another customer sent a card back. */
    IN_ANOTHERS_PARCEL,
    /** Somebody has written another message to its chip. */
    CHIP_REUSED
  }

  /**
   * What is suspected.
   *
   * @param seen where that was seen; nothing personal
   */
  public record Suspicion(Ground ground, String seen, Instant at) {}

  /** The card, marked where its life allows it and it was not marked before. */
  public static Card mark(Records records, Card card, Suspicion suspicion) {
    if (CardLife.apply(card.status(), Step.TRANSFER_DETECTED) instanceof CardOutcome.Refused) {
      return card;
    }
    return switch (MoveCard.move(records, card, Step.TRANSFER_DETECTED, of(suspicion))) {
      case Answer.Done<Card>(Card marked) -> told(records, marked, suspicion);
      case Answer.Refused<Card> refused ->
          throw new IllegalStateException(refused.refusal().message());
    };
  }

  private static MoveCard.Circumstance of(Suspicion suspicion) {
    return new MoveCard.Circumstance(
        SERVER,
        suspicion.ground().word() + ": " + suspicion.seen(),
        suspicion.at(),
        suspicion.at());
  }

  private static Card told(Records records, Card card, Suspicion suspicion) {
    records
        .outbox()
        .add(
            new OutEvent(
                card.id() + ".transfer." + card.version(),
                card.seller(),
                "card.transfer-detected",
                "{\"cardId\":\"%s\",\"ground\":\"%s\"}"
                    .formatted(card.id(), suspicion.ground().word()),
                suspicion.at()));
    return card;
  }
}
