package tapwright.server.record.hit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.tap.HitClass;
import tapwright.server.record.card.Card;

/** The hits on record. */
public interface Hits {

  /**
   * Which of these hits are on record already.
   *
   * <p>Only to be asked of hits that may have been delivered before: those out of a spool.
   */
  Set<HitKey> present(Collection<HitKey> hits);

  /**
   * Holds what a batch of hits is decided on, until the transaction ends.
   *
   * <p>Each card is compared with the record, so that a change that was stored on another node is
   * never overlooked; each counter is locked, in the order of the runs. A counter value counts once
   * because its bit is looked at and set while its counter is held.
   *
   * @param cards as the batch takes them to be, from wherever it has them
   */
  OpenedHits open(Collection<Card> cards, Collection<CounterWanted> counters);

  /** Adds the hits, moves the counters and adds to the roll-ups. */
  void add(HitEntries entries);

  /** How often each class was seen on the card; classes never seen are left out. */
  List<UsageCount> usage(SellerId seller, CardId card);

  /** When hits of these classes came, from (inclusive) to (exclusive), oldest first. */
  List<Instant> instants(CardId card, Set<HitClass> classes, Instant from, Instant to);
}
