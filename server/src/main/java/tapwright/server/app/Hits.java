package tapwright.server.app;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.tap.HitClass;

/** The hits on record. */
public interface Hits {

  /**
   * Uses the counter value up; false when it was used before.
   *
   * <p>True at most once for a card, key version and counter, whoever asks and however often.
   */
  boolean useCounter(CardId card, SellerId seller, int keyVersion, int counter);

  void add(StoredHit hit);

  /** How often each class was seen on the card; classes never seen are left out. */
  List<UsageCount> usage(CardId card);

  /** When hits of these classes came, from (inclusive) to (exclusive), oldest first. */
  List<Instant> instants(CardId card, Set<HitClass> classes, Instant from, Instant to);
}
