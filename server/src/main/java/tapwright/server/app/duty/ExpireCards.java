package tapwright.server.app.duty;

import java.time.Instant;
import java.util.List;
import tapwright.core.card.CardEvent;
import tapwright.server.app.card.MoveCard;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.duty.OutEvent;

/** Ends cards whose time is over, and tells of each. */
public final class ExpireCards implements Duty {

  private static final int PART = 100;

  @Override
  public String name() {
    return "expire-cards";
  }

  @Override
  public boolean isDue(Records records, Instant now) {
    return !records.cards().expired(now, 1).isEmpty();
  }

  @Override
  public boolean doPart(Records records, Instant now) {
    List<Card> over = records.cards().expired(now, PART);
    over.forEach(card -> expireStill(records, card, now));
    return over.size() == PART;
  }

  /** The end of one card may have changed another of them, whose place it was to take. */
  private void expireStill(Records records, Card card, Instant now) {
    records
        .cards()
        .byId(card.seller(), card.id())
        .filter(same -> !same.status().state().isFinal())
        .ifPresent(same -> expire(records, same, now));
  }

  private void expire(Records records, Card card, Instant now) {
    Instant end = card.expiresAt().orElseThrow();
    MoveCard.move(
        records,
        card,
        CardEvent.Step.EXPIRED,
        new MoveCard.Circumstance(name(), "its time was over", end, now));
    records
        .outbox()
        .add(
            new OutEvent(
                card.id() + ".expired",
                card.seller(),
                "card.expired",
                "{\"cardId\":\"%s\",\"expiresAt\":\"%s\"}".formatted(card.id(), end),
                now));
  }
}
