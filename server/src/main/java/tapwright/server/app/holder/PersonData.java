package tapwright.server.app.holder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.trail.TrailEntry;
import tapwright.core.wire.WireContact;
import tapwright.server.app.claim.ClaimPapers;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.hit.DayUse;
import tapwright.server.record.order.Order;

/**
 * Everything that is kept of a person.
 *
 * @param holder our key of the person
 * @param at when it was put together
 * @param cards what speaks for the person
 * @param trail what was done with the data before
 */
public record PersonData(String holder, Instant at, List<CardData> cards, List<TrailEntry> trail) {

  public PersonData {
    cards = List.copyOf(cards);
    trail = List.copyOf(trail);
  }

  /** All that is kept of one card. */
  public record CardData(
      Card card,
      Order order,
      Optional<WireContact> contact,
      List<CardHistory> history,
      List<DayUse> uses,
      List<ClaimPapers> claims) {

    public CardData {
      history = List.copyOf(history);
      uses = List.copyOf(uses);
      claims = List.copyOf(claims);
    }
  }
}
