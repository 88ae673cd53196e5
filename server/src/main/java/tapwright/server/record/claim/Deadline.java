package tapwright.server.record.claim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.policy.pack.Step;

/**
 * A date that a decision set, and one notice of it that is to be given.
 *
 * @param step what has to be done, as policies spell it
 * @param dueAt the first instant that is too late
 * @param tellAt when the notice is to be given
 */
public record Deadline(
    CardId card,
    SellerId seller,
    String claimId,
    String step,
    Notice notice,
    Instant dueAt,
    Instant tellAt) {

  /** A working day's length before: enough to act, late enough to be no noise. */
  private static final Duration AHEAD = Duration.ofHours(24);

  /** What is said of a deadline. */
  public enum Notice {
    /** It comes within a day. */
    NEAR,
    /** It has passed. */
    PASSED
  }

  /** The notices of what a claim's decision set; none ahead of what is that near already. */
  public static List<Deadline> of(StoredClaim claim, Map<Step, Instant> due) {
    List<Deadline> notices = new ArrayList<>();
    due.forEach(
        (step, at) -> {
          if (at.minus(AHEAD).isAfter(claim.decidedAt())) {
            notices.add(of(claim, step, Notice.NEAR, at));
          }
          notices.add(of(claim, step, Notice.PASSED, at));
        });
    return notices;
  }

  private static Deadline of(StoredClaim claim, Step step, Notice notice, Instant dueAt) {
    Instant tellAt = notice == Notice.NEAR ? dueAt.minus(AHEAD) : dueAt;
    return new Deadline(
        claim.card(), claim.seller(), claim.id(), step.word(), notice, dueAt, tellAt);
  }
}
