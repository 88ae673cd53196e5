package tapwright.server.record.hit;

import java.util.List;

/**
 * What a batch of hits puts on record, all at once.
 *
 * @param hits in the order in which they came
 * @param counters those that a tap has moved, each with the blocks in which a value was used up
 */
public record HitEntries(List<StoredHit> hits, List<OpenCounter> counters) {

  public HitEntries {
    hits = List.copyOf(hits);
    counters = List.copyOf(counters);
  }
}
