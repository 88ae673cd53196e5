package tapwright.server.record.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.core.claim.ClaimState;
import tapwright.server.record.list.Page;

/** The files of claims on record: how each stands, and what came and was decided since. */
public interface ClaimFiles {

  void add(ClaimFile file);

  /** Empty for a claim that a node of an earlier version decided. */
  Optional<ClaimFile> of(StoredClaim claim);

  /** Stores the file as it is now; one version after the other. */
  void change(ClaimFile file);

  /** The files that the filter lets through, the one that has waited longest first. */
  List<ClaimFile> list(Filter filter);

  /** Keeps a decision that was taken after the first. */
  void addDecision(int number, StoredClaim decision);

  /** The decisions that were taken after the first, in their order; the first has number 2. */
  List<StoredClaim> decisions(StoredClaim claim);

  /** Keeps what came after the claim. */
  void addAnswer(StoredClaim claim, Stated answer, Instant at);

  /** What came after the claim, oldest first. */
  List<Stated> answers(StoredClaim claim);

  /**
   * Which files are wanted.
   *
   * @param state in which; empty for any
   * @param overdue whether only those of which something was not done in time
   */
  record Filter(SellerId seller, Optional<ClaimState> state, boolean overdue, Page page) {}
}
