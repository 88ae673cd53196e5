package tapwright.server.record.hit;

import java.util.HashSet;
import java.util.Set;
import tapwright.core.card.SellerId;

/**
 * What a batch of hits has to know of a counter.
 *
 * @param baseline where the run begins, should nothing be on record of it yet
 * @param blocks of which 64 neighbouring values it has to know which were used up
 */
public record CounterWanted(CounterRun run, SellerId seller, int baseline, Set<Integer> blocks) {

  public CounterWanted {
    blocks = Set.copyOf(blocks);
  }

  /** The same counter with the blocks of both. */
  public CounterWanted and(CounterWanted other) {
    if (blocks.containsAll(other.blocks)) {
      return this;
    }
    Set<Integer> both = new HashSet<>(blocks);
    both.addAll(other.blocks);
    return new CounterWanted(run, seller, baseline, both);
  }
}
