package tapwright.server.record.hit;

import java.util.List;
import tapwright.server.record.card.Card;

/**
 * What the record answers to a batch of hits before it is decided.
 *
 * @param changed the cards that are not any more as the batch took them to be, as they are now
 * @param counters all that were asked for, in the order of their runs
 */
public record OpenedHits(List<Card> changed, List<OpenCounter> counters) {

  public OpenedHits {
    changed = List.copyOf(changed);
    counters = List.copyOf(counters);
  }
}
