package tapwright.server.record.claim;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/** The deadlines on record. */
public interface Deadlines {

  void add(Collection<Deadline> deadlines);

  /** The notices whose time has come and that were not given, the oldest first. */
  List<Deadline> open(Instant now, int limit);

  /** What the decisions about a card set dates for that have not passed. */
  List<Deadline> ahead(SellerId seller, CardId card, Instant now);

  /** Notes that the notice was given. */
  void told(Deadline deadline, Instant at);
}
