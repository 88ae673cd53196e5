package tapwright.server.app.card;

import java.time.Instant;
import java.util.Locale;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardLife;
import tapwright.core.card.CardOutcome;
import tapwright.server.app.Answer;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;

/** Moves a card along its life within a transaction: status, history and chip binding together. */
public final class MoveCard {

  private MoveCard() {}

  /**
   * Who did it, why and when.
   *
   * @param at when it happened
   * @param recordedAt when the server learnt of it
   */
  public record Circumstance(String actor, String cause, Instant at, Instant recordedAt) {}

  /** The card after the event, stored; or why it cannot happen. */
  public static Answer<Card> move(
      Records records, Card card, CardEvent event, Circumstance circumstance) {
    return switch (CardLife.apply(card.status(), event)) {
      case CardOutcome.Refused refused -> Answer.refused(refused.refusal());
      case CardOutcome.Moved moved -> {
        Card next = card.with(moved.status());
        records.cards().change(next, entry(next, event, circumstance));
        if (moved.status().state().isFinal()) {
          records.cards().unbind(card.seller(), card.id());
        }
        yield Answer.done(next);
      }
    };
  }

  private static CardHistory entry(Card next, CardEvent event, Circumstance circumstance) {
    return new CardHistory(
        next.version(),
        kind(event),
        detail(event),
        circumstance.actor(),
        circumstance.cause(),
        circumstance.at(),
        circumstance.recordedAt());
  }

  private static String kind(CardEvent event) {
    return switch (event) {
      case CardEvent.Step step -> step.name().toLowerCase(Locale.ROOT);
      case CardEvent.Held ignored -> "held";
      case CardEvent.Released ignored -> "released";
      case CardEvent.TierSet ignored -> "tier-set";
    };
  }

  private static String detail(CardEvent event) {
    return switch (event) {
      case CardEvent.Step ignored -> "";
      case CardEvent.Held held -> held.hold().name().toLowerCase(Locale.ROOT);
      case CardEvent.Released released -> released.hold().name().toLowerCase(Locale.ROOT);
      case CardEvent.TierSet set -> set.tier().name().toLowerCase(Locale.ROOT);
    };
  }
}
