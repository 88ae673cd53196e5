package tapwright.server.app.card;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardLife;
import tapwright.core.card.CardOutcome;
import tapwright.core.card.CardStatus;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;

/** Moves a card along its life within a transaction: status, history and chip binding together. */
public final class MoveCard {

  private MoveCard() {}

  /**
   * Who did it, why and when.
   *
   * @param by who, and as what
   * @param at when it happened
   * @param recordedAt when the server learnt of it
   */
  public record Circumstance(TrailEntry.By by, String cause, Instant at, Instant recordedAt) {

    /** What the server did itself. */
    public Circumstance(String actor, String cause, Instant at, Instant recordedAt) {
      this(new TrailEntry.By(actor, ""), cause, at, recordedAt);
    }

    /** What somebody asked for. */
    public static Circumstance of(Caller caller, String cause, Instant at, Instant recordedAt) {
      return new Circumstance(
          new TrailEntry.By(caller.name(), word(caller.role())), cause, at, recordedAt);
    }

    /** With a cause of our own, where nobody said one. */
    Circumstance orBecause(String ours) {
      return new Circumstance(by, cause.isEmpty() ? ours : cause, at, recordedAt);
    }

    /** The entry of a card that is so since. */
    public CardHistory entry(Card next, String kind, String detail) {
      return new CardHistory(
          next.version(), kind, detail, by.actor(), by.role(), cause, at, recordedAt);
    }
  }

  /**
   * The card after the event, stored with what follows for the card whose place it takes; or why it
   * cannot happen.
   */
  public static Answer<Card> move(
      Records records, Card card, CardEvent event, Circumstance circumstance) {
    Answer<Card> moved = moveAlone(records, card, event, circumstance);
    if (moved instanceof Answer.Done<Card>(Card next)) {
      Successor.settle(records, next, circumstance);
    }
    return moved;
  }

  /** The same without a look at any other card: what hits do spans no two cards. */
  public static Answer<Card> moveAlone(
      Records records, Card card, CardEvent event, Circumstance circumstance) {
    return switch (CardLife.apply(card.status(), event)) {
      case CardOutcome.Refused refused -> Answer.refused(refused.refusal());
      case CardOutcome.Moved moved -> {
        Card next = next(card, moved.status(), event);
        records.cards().change(next, circumstance.entry(next, kind(event), detail(event)));
        if (moved.status().state().isFinal()) {
          records.cards().unbind(card.seller(), card.id());
        }
        yield Answer.done(next);
      }
    };
  }

  private static Card next(Card card, CardStatus status, CardEvent event) {
    return switch (event) {
      case CardEvent.ReplacementOrdered ordered ->
          card.replacedBy(status, Optional.of(ordered.successor()));
      case CardEvent.Step step when step == CardEvent.Step.REPLACEMENT_CANCELLED ->
          card.replacedBy(status, Optional.empty());
      case CardEvent.Step ignored -> card.with(status);
      case CardEvent.Held ignored -> card.with(status);
      case CardEvent.Released ignored -> card.with(status);
      case CardEvent.TierSet ignored -> card.with(status);
    };
  }

  private static String kind(CardEvent event) {
    return switch (event) {
      case CardEvent.Step step -> word(step);
      case CardEvent.Held ignored -> "held";
      case CardEvent.Released ignored -> "released";
      case CardEvent.TierSet ignored -> "tier-set";
      case CardEvent.ReplacementOrdered ignored -> "replacement-ordered";
    };
  }

  private static String detail(CardEvent event) {
    return switch (event) {
      case CardEvent.Step ignored -> "";
      case CardEvent.Held held -> word(held.hold());
      case CardEvent.Released released -> word(released.hold());
      case CardEvent.TierSet set -> word(set.tier());
      case CardEvent.ReplacementOrdered ordered -> ordered.successor().toString();
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
