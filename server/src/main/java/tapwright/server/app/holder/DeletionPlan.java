package tapwright.server.app.holder;

import java.time.Instant;
import java.util.List;
import tapwright.server.record.card.Card;

/**
 * What a deletion will do, told before it is confirmed.
 *
 * @param code confirms it
 * @param until how long it waits
 * @param cards whose contacts go; they lead nowhere then
 * @param goes what goes, and how many of each
 * @param stays what stays without the person, and how many of each
 */
public record DeletionPlan(
    String holder,
    String code,
    Instant until,
    List<Card> cards,
    List<Part> goes,
    List<Part> stays) {

  public DeletionPlan {
    cards = List.copyOf(cards);
    goes = List.copyOf(goes);
    stays = List.copyOf(stays);
  }

  /** A kind of data. */
  public record Part(String what, long count) {}

  @Override
  public String toString() {
    return "the deletion of holder " + holder + " until " + until;
  }
}
