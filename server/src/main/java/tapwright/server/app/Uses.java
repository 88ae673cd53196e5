package tapwright.server.app;

import java.util.List;
import tapwright.core.policy.explain.Cuts;
import tapwright.core.policy.fact.Usage;

/** How often cards were used, as policies count it. */
public interface Uses {

  /**
   * The uses of all cards of the order's account, or of the order where it names none. A card's
   * count from when it was given out, since what the seller tries before is no use by the customer;
   * hits on its old link count for a card that was replaced.
   *
   * @param segments stretches of time whose uses count alike, oldest first
   */
  AccountUses of(Order order, List<Cuts.Segment> segments);

  /**
   * The uses of an account.
   *
   * @param sums one for each segment in which there are any
   * @param unseenReads how often at most there were uses that are not in the sums: reads of the
   *     chips that we did not see, and uses at the ends of segments whose instants were not kept
   */
  record AccountUses(List<Usage.Use> sums, long unseenReads) {

    public AccountUses {
      sums = List.copyOf(sums);
    }
  }
}
