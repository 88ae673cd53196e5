package tapwright.server.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/** The encode jobs on record. */
public interface Jobs {

  void add(Job job);

  Optional<Job> byId(SellerId seller, String jobId);

  Optional<Job> ofCard(CardId card);

  /**
   * Jobs that a station may have now: queued, or leased until then or earlier; oldest first; none
   * of a card that is held or at its end.
   */
  List<Job> free(SellerId seller, Instant now, int max);

  List<Job> list(SellerId seller, Optional<JobState> state, int limit);

  void change(Job job);
}
