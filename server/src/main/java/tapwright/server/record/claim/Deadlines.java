package tapwright.server.record.claim;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/** The deadlines on record. */
public interface Deadlines {

  /** Sets the deadlines; a notice that is there and was not given yet is given by the new date. */
  void add(Collection<Deadline> deadlines);

  /** The notices whose time has come and that were not given, the oldest first. */
  List<Deadline> open(Instant now, int limit);

  /** What the decisions about a card set dates for that have not passed and are not met. */
  List<Deadline> ahead(SellerId seller, CardId card, Instant now);

  /** Notes that the notice was given. */
  void told(Deadline deadline, Instant at);

  /** Notes that what had to be done by it was done; no notice of it is given any more. */
  void met(StoredClaim claim, Collection<String> steps, Instant at);

  /** Notes that what was done has to be done once more, so that its next date counts anew. */
  void unmet(StoredClaim claim, String step);

  /** What has to be done about the claim and by when, the earliest first. */
  List<Standing> of(StoredClaim claim);

  /** Whether something about the claim was not done in time, and is not done yet. */
  boolean isOverdue(StoredClaim claim);

  /**
   * A deadline as it stands.
   *
   * @param step what has to be done, as policies spell it
   * @param missed whether it passed and that was told
   * @param metAt when it was done; empty where it was not
   */
  record Standing(String step, Instant dueAt, boolean missed, Optional<Instant> metAt) {}
}
