package tapwright.server.app.effect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Refusal;
import tapwright.core.notice.RetrySchedule;
import tapwright.server.app.Answer;
import tapwright.server.app.claim.Deed;
import tapwright.server.app.claim.TaskAtHand;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimTask;

/**
 * Carries out the tasks that the server was told to carry out by itself.
 *
 * <p>A payment provider is asked outside of the record, so this is no duty that has one node hold
 * it: whoever takes a task puts its next time off first, and no other node takes it until then.
 * Should two be at it all the same, the work that ends the task does it once. What is refused is
 * left to people, and so is what fails too often.
 */
public final class CarryOutTasks {

  private static final int PART = 20;

  /** Longer than a provider may take each time; a day in all, after which people look. */
  private static final RetrySchedule PAUSES =
      new RetrySchedule(
          List.of(
              Duration.ofMinutes(2),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofHours(1),
              Duration.ofHours(3),
              Duration.ofHours(6),
              Duration.ofHours(12)));

  private final Ledger ledger;
  private final CarryOut carryOut;
  private final Set<String> words;
  private final InstantSource clock;

  /**
   * Carrying out.
   *
   * @param words the outcomes and effects that the server carries out by itself now, whatever it
   *     did when a task was set
   */
  public CarryOutTasks(Ledger ledger, CarryOut carryOut, Set<String> words, InstantSource clock) {
    this.ledger = ledger;
    this.carryOut = carryOut;
    this.words = Set.copyOf(words);
    this.clock = clock;
  }

  /** Carries out what is due, one after the other; answers how many this node took. */
  public CompletableFuture<Integer> round() {
    Instant now = clock.instant();
    return ledger
        .readAcrossSellers(records -> records.claimTasks().toCarryOut(now, PART))
        .thenCompose(this::each);
  }

  private CompletableFuture<Integer> each(List<ClaimTask> due) {
    CompletableFuture<Integer> all = CompletableFuture.completedFuture(0);
    for (ClaimTask task : due) {
      all = all.thenCompose(before -> one(task).thenApply(ours -> ours ? before + 1 : before));
    }
    return all;
  }

  /** Whether the task was this node's. */
  private CompletableFuture<Boolean> one(ClaimTask task) {
    String effect = task.plan().effect();
    if (!words.contains(effect)) {
      return leave(task, EffectRefusal.NOT_NAMED.with("effect", effect));
    }
    int tries = task.carrying().map(ClaimTask.Carrying::tries).orElse(0) + 1;
    Optional<Duration> pause = PAUSES.after(tries, 0, Optional.empty());
    if (pause.isEmpty()) {
      return leave(task, EffectRefusal.GIVEN_UP.with("tries", tries - 1));
    }
    ClaimTask.Carrying next = new ClaimTask.Carrying(tries, clock.instant().plus(pause.get()));
    return ledger
        .write(task.seller(), records -> records.claimTasks().carry(task, Optional.of(next)))
        .thenCompose(
            ours ->
                ours
                    ? carry(task.carried(Optional.of(next)))
                    : CompletableFuture.completedFuture(false));
  }

  private CompletableFuture<Boolean> carry(ClaimTask task) {
    return carryOut
        .byServer(which(task))
        .thenCompose(
            answer ->
                switch (answer) {
                  case Answer.Done<CarryOut.Outcome> _ -> CompletableFuture.completedFuture(true);
                  case Answer.Refused<CarryOut.Outcome> refused -> leave(task, refused.refusal());
                });
  }

  private CompletableFuture<Boolean> leave(ClaimTask task, Refusal why) {
    return ledger
        .write(task.seller(), records -> left(records, task, why))
        .thenApply(answer -> true);
  }

  private Answer<Boolean> left(Records records, ClaimTask task, Refusal why) {
    Deed deed = new Deed(Hand.SERVER.by(), "", clock.instant(), clock.instant());
    return TaskAtHand.with(
        records,
        which(task),
        found -> {
          found.leftToPeople(deed, why);
          return Answer.done(true);
        });
  }

  private static TaskAtHand.Which which(ClaimTask task) {
    return new TaskAtHand.Which(task.seller(), task.claimId(), String.valueOf(task.number()));
  }
}
