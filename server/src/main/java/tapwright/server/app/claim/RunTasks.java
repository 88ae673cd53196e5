package tapwright.server.app.claim;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tapwright.core.policy.pack.Step;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimTask;

/** What has to be done about a claim, and the word that it was done or is not wanted any more. */
public final class RunTasks {

  private final Ledger ledger;
  private final InstantSource clock;

  public RunTasks(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * How a task comes to its end.
   *
   * @param number of the task, as it was spelt
   * @param done whether it was done; else it is dropped
   * @param reference by what that can be looked up elsewhere; may be empty
   */
  public record Ending(String number, boolean done, String reference) {}

  /** The claim's tasks, in their order. */
  public CompletableFuture<Answer<List<ClaimTask>>> of(Caller caller, String claimId) {
    return ledger.read(
        caller.seller(),
        records ->
            KnownClaim.with(
                records,
                caller.seller(),
                claimId,
                known -> Answer.done(records.claimTasks().of(known.claim()))));
  }

  public CompletableFuture<Answer<ClaimTask>> end(Caller caller, String claimId, Ending ending) {
    return ledger.write(
        caller.seller(),
        records ->
            KnownClaim.with(
                records, caller.seller(), claimId, known -> end(records, known, caller, ending)));
  }

  private Answer<ClaimTask> end(Records records, KnownClaim known, Caller caller, Ending ending) {
    return records.claimTasks().of(known.claim()).stream()
        .filter(task -> String.valueOf(task.number()).equals(ending.number()))
        .findFirst()
        .map(task -> end(records, known, task, new Given(caller, ending)))
        .orElseGet(
            () ->
                Answer.refused(
                    ClaimWorkRefusal.TASK_UNKNOWN.with("task", Shown.of(ending.number()))));
  }

  private record Given(Caller caller, Ending ending) {}

  private Answer<ClaimTask> end(Records records, KnownClaim known, ClaimTask task, Given given) {
    Instant now = clock.instant();
    Ending ending = given.ending();
    if (task.ended().isPresent()) {
      return again(task, task.ended().get(), ending);
    }
    ClaimTask ended =
        task.endedBy(
            new ClaimTask.End(ending.done(), now, given.caller().name(), ending.reference()));
    records.claimTasks().end(ended);
    if (ending.done()) {
      records
          .deadlines()
          .met(known.claim(), task.plan().step().map(Step::word).stream().toList(), now);
    }
    ClaimTrail.add(
        records,
        known.claim(),
        Deed.of(given.caller(), "", now),
        new ClaimTrail.Happening(
            ending.done() ? "task-done" : "task-dropped",
            Map.of(
                "task", task.number(),
                "effect", task.plan().effect(),
                "reference", ending.reference())));
    return Answer.done(ended);
  }

  /** Who says the same twice is answered the same. */
  private static Answer<ClaimTask> again(ClaimTask task, ClaimTask.End was, Ending ending) {
    boolean same = was.done() == ending.done() && was.reference().equals(ending.reference());
    return same
        ? Answer.done(task)
        : Answer.refused(
            ClaimWorkRefusal.TASK_ENDED.with(
                "task", task.number(), "state", was.done() ? "done" : "dropped"));
  }
}
