package tapwright.server.app.effect;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tapwright.core.Refusal;
import tapwright.core.claim.ClaimState;
import tapwright.core.policy.pack.Effect;
import tapwright.server.app.Answer;
import tapwright.server.app.claim.TaskAtHand;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.StoredClaim;

/**
 * What other claims that are not closed did to a claim's card. A hold or a tier is one thing
 * however many claims want it, so what one claim restores would be taken from under all of them.
 */
final class StoppedElsewhere {

  private StoppedElsewhere() {}

  /**
   * Why the card is not restored yet.
   *
   * @param isSame whether a task that held the card held it in the same way
   */
  static Optional<Refusal> refusal(Work work, Predicate<TaskAtHand> isSame) {
    return work.records().claims().of(work.claim().seller(), work.claim().card()).stream()
        .filter(claim -> !claim.id().equals(work.claim().id()))
        .flatMap(claim -> inForce(work.records(), claim))
        .filter(task -> tookTheTier(task) || isSame.test(task))
        .findFirst()
        .map(StoppedElsewhere::refusal);
  }

  private static Refusal refusal(TaskAtHand task) {
    return EffectRefusal.STOPPED_ELSEWHERE.with(
        "task", task.task().number(),
        "claim", task.claim().id(),
        "state", task.standing().state().name().toLowerCase(Locale.ROOT),
        "card", task.claim().card());
  }

  /** What a claim that is open did and has not taken back itself. */
  private static Stream<TaskAtHand> inForce(Records records, StoredClaim claim) {
    int restored =
        done(records, claim)
            .filter(task -> isOf(task, Effect.RESTORE))
            .mapToInt(ClaimTask::number)
            .max()
            .orElse(0);
    return done(records, claim)
        .filter(task -> task.number() > restored)
        .filter(task -> isOf(task, Effect.HOLD, Effect.SUSPEND, Effect.DOWNGRADE))
        .flatMap(task -> open(records, task).stream());
  }

  private static Stream<ClaimTask> done(Records records, StoredClaim claim) {
    return records.claimTasks().of(claim).stream()
        .filter(task -> task.ended().filter(ClaimTask.End::done).isPresent());
  }

  private static boolean isOf(ClaimTask task, Effect... effects) {
    return Stream.of(effects).anyMatch(effect -> effect.word().equals(task.plan().effect()));
  }

  private static Optional<TaskAtHand> open(Records records, ClaimTask task) {
    TaskAtHand.Which which =
        new TaskAtHand.Which(task.seller(), task.claimId(), String.valueOf(task.number()));
    return TaskAtHand.with(records, which, Answer::done) instanceof Answer.Done<TaskAtHand> found
            && found.value().standing().state() != ClaimState.CLOSED
        ? Optional.of(found.value())
        : Optional.empty();
  }

  /** A downgrade of a plan is none of the card; a suspension beside one is. */
  private static boolean tookTheTier(TaskAtHand task) {
    ClaimTask done = task.task();
    String reference = done.ended().map(ClaimTask.End::reference).orElse("");
    return isOf(done, Effect.DOWNGRADE)
        ? !reference.startsWith(PlanEffects.REFERENCE)
        : isOf(done, Effect.SUSPEND) && task.isBeside(Effect.DOWNGRADE);
  }
}
