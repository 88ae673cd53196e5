package tapwright.server.record.hit;

import java.time.Instant;
import java.util.List;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.policy.explain.Cuts;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.policy.fact.Usage;
import tapwright.server.record.order.Order;

/** How often cards were used, as policies count it. */
public interface Uses {

  /**
   * The uses of all cards of the order's account, or of the order where it names none. A card's
   * count from when it was given out, since what the seller tries before is no use by the customer;
   * hits on its old link count for a card that was replaced.
   *
   * @param segments stretches of time whose uses count alike, oldest first
   * @param counted of which uses those are told that may be missing
   */
  AccountUses of(Order order, List<Cuts.Segment> segments, CountedUses counted);

  /**
   * Notes that a card had been used so often when it was adopted. Nobody here knows when: the uses
   * are in no segment, and among those that may be missing.
   */
  void adopt(SellerId seller, CardId card, long taps, Instant at);

  /** The uses of the card by itself, from when it was given out on. */
  Used of(SellerId seller, CardId card);

  /** All hits on the card's links, day by day, whether a policy counts them or not. */
  List<DayUse> byDay(SellerId seller, CardId card);

  /**
   * The uses of a card, class by class.
   *
   * @param taps how many taps
   * @param shares how many shares
   */
  record Used(long taps, long shares) {}

  /**
   * The uses of an account.
   *
   * @param sums one for each segment in which there are any
   * @param unseenReads how often at most there were uses that are not in the sums: reads of the
   *     chips that we did not see, uses in the hour before a card was given out, which a clock that
   *     jumped back may have put there, uses from before cards were adopted, and uses of a day in
   *     which segments meet whose instants were not kept
   */
  record AccountUses(List<Usage.Use> sums, long unseenReads) {

    public AccountUses {
      sums = List.copyOf(sums);
    }
  }
}
