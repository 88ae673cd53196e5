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
  public static final Duration AHEAD = Duration.ofHours(24);

  /** What is said of a deadline. */
  public enum Notice {
    /** It comes soon. */
    NEAR,
    /** It has passed. */
    PASSED
  }

  /** As the next one, a day ahead. */
  public static List<Deadline> of(StoredClaim claim, Map<Step, Instant> due) {
    return of(claim, due, AHEAD);
  }

  /** The notices of what a claim's decision set; none ahead of what is that near already. */
  public static List<Deadline> of(StoredClaim claim, Map<Step, Instant> due, Duration ahead) {
    List<Deadline> notices = new ArrayList<>();
    due.forEach(
        (step, at) -> {
          if (at.minus(ahead).isAfter(claim.decidedAt())) {
            notices.add(of(claim, step, Notice.NEAR, at).toldAt(at.minus(ahead)));
          }
          notices.add(of(claim, step, Notice.PASSED, at));
        });
    return notices;
  }

  private static Deadline of(StoredClaim claim, Step step, Notice notice, Instant dueAt) {
    return new Deadline(
        claim.card(), claim.seller(), claim.id(), step.word(), notice, dueAt, dueAt);
  }

  private Deadline toldAt(Instant at) {
    return new Deadline(card, seller, claimId, step, notice, dueAt, at);
  }
}
