package tapwright.server.app.claim;

import java.util.List;
import java.util.Optional;
import tapwright.server.record.claim.ClaimFile;
import tapwright.server.record.claim.Deadlines;
import tapwright.server.record.claim.StoredClaim;

/**
 * A claim as people see it.
 *
 * @param claim with its first decision
 * @param later the decisions that were taken since, oldest first
 * @param text the customer's words; empty where there are none, or none that can be read any more
 * @param files what came with it
 * @param rmas the numbers of its returns
 */
public record ClaimView(
    StoredClaim claim,
    ClaimFile file,
    List<StoredClaim> later,
    Optional<String> text,
    List<Deadlines.Standing> deadlines,
    List<EvidenceView> files,
    List<String> rmas) {

  /** Whether something was not done in time, and is not done yet. */
  public boolean isOverdue() {
    return deadlines.stream().anyMatch(one -> one.missed() && one.metAt().isEmpty());
  }

  /** The engine's decision with the number. */
  public StoredClaim decision(int number) {
    return number == ClaimFile.FIRST ? claim : later.get(number - ClaimFile.FIRST - 1);
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "ClaimView[" + claim.id() + "]";
  }
}
