package tapwright.server.record.claim;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.claim.PlannedTask;

/**
 * Something that follows of a claim and has to be done.
 *
 * @param number from 1 on, within the claim
 * @param ended how it came to its end; empty while it is open
 * @param carrying when the server carries it out by itself; empty for what is left to people
 */
public record ClaimTask(
    CardId card,
    SellerId seller,
    String claimId,
    int number,
    PlannedTask plan,
    Optional<End> ended,
    Optional<Carrying> carrying) {

  /**
   * The end of a task.
   *
   * @param done whether it was done; else it was dropped
   * @param by who says so
   * @param reference by what that can be looked up elsewhere; may be empty
   */
  public record End(boolean done, Instant at, String by, String reference) {}

  /**
   * How far the server has come with a task.
   *
   * @param tries how often it has begun
   * @param nextAt when it begins again
   */
  public record Carrying(int tries, Instant nextAt) {}

  public ClaimTask endedBy(End end) {
    return new ClaimTask(card, seller, claimId, number, plan, Optional.of(end), Optional.empty());
  }

  /** The same, which the server takes up then; or which it leaves to people. */
  public ClaimTask carried(Optional<Carrying> next) {
    return new ClaimTask(card, seller, claimId, number, plan, ended, next);
  }
}
