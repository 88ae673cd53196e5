package tapwright.server.record.station;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.list.Page;

/** The encode jobs on record. */
public interface Jobs {

  void add(Job job);

  Optional<Job> byId(SellerId seller, String jobId);

  Optional<Job> ofCard(SellerId seller, CardId card);

  /**
   * Jobs that a station may have now: queued, or leased until then or earlier; oldest first; none
   * of a card that is held or at its end.
   *
   * @param able which of the cards the station can make
   */
  List<Job> free(SellerId seller, Instant now, Ability able, int max);

  /** The seller's, oldest first. */
  List<Job> list(SellerId seller, Optional<JobState> state, Page page);

  void change(Job job);

  /** How many jobs each station has now, by the key of its token. */
  Map<String, Long> leasesByStation(SellerId seller, Instant now);

  /** Puts the jobs that the station has back into the queue; answers how many. */
  int giveBack(SellerId seller, String station);

  /** Puts on record what the card's chip shall hold: the hash of each message that will do. */
  void order(SellerId seller, CardId card, Collection<Bytes> messageHashes);

  /** Whatever the card's chip was to hold is not what it shall hold now. */
  void supersede(SellerId seller, CardId card);

  /** Whether the message with this hash is what the card's chip shall hold now. */
  boolean orderedNow(SellerId seller, CardId card, Bytes messageHash);

  /** Whether a station was told to write the message with this hash. */
  boolean ordered(SellerId seller, CardId card, Bytes messageHash);
}
