package tapwright.server.record.hit;

import java.util.Map;
import tapwright.core.card.SellerId;
import tapwright.core.tap.ReadCounter;
import tapwright.core.tap.UsedBlock;

/**
 * A counter as a transaction holds it: nobody else changes it until the transaction ends.
 *
 * @param blocks by their index; those that were asked for, with nothing used up where nothing is on
 *     record
 */
public record OpenCounter(
    CounterRun run, SellerId seller, ReadCounter counter, Map<Integer, UsedBlock> blocks) {

  public OpenCounter {
    blocks = Map.copyOf(blocks);
  }
}
