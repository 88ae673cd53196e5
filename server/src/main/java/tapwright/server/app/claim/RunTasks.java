package tapwright.server.app.claim;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Refusal;
import tapwright.core.claim.Party;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.record.claim.ClaimTask;

/** What has to be done about a claim, and the word that it was done or is not wanted any more. */
public final class RunTasks {

  private static final Set<Role> MAY_CHOOSE = EnumSet.of(Role.SUPERVISOR, Role.ADMIN);

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
  public CompletableFuture<Answer<List<TaskView>>> of(Caller caller, String claimId) {
    return ledger.read(
        caller.seller(),
        records ->
            KnownClaim.with(
                records,
                caller.seller(),
                claimId,
                known ->
                    Answer.done(
                        records.claimTasks().of(known.claim()).stream()
                            .map(task -> new TaskAtHand(records, known, task).view())
                            .toList())));
  }

  public CompletableFuture<Answer<TaskView>> end(Caller caller, String claimId, Ending ending) {
    return ledger.write(
        caller.seller(),
        records ->
            TaskAtHand.with(
                records,
                new TaskAtHand.Which(caller.seller(), claimId, ending.number()),
                task -> end(task, caller, ending)));
  }

  private Answer<TaskView> end(TaskAtHand task, Caller caller, Ending ending) {
    Optional<ClaimTask.End> before = task.task().ended();
    if (before.isPresent()) {
      return again(task, before.get(), ending);
    }
    if (task.task().plan().party() == Party.SUPERVISOR && !MAY_CHOOSE.contains(caller.role())) {
      return Answer.refused(
          ClaimWorkRefusal.TASK_SUPERVISOR.with(
              "task", task.task().number(), "effect", task.task().plan().effect()));
    }
    Deed deed = Deed.of(caller, "", clock.instant());
    return Answer.done(
        ending.done()
            ? task.done(deed, ending.reference())
            : task.dropped(deed, ending.reference()));
  }

  /** Who says the same twice is answered the same. */
  private static Answer<TaskView> again(TaskAtHand task, ClaimTask.End was, Ending ending) {
    return was.done() == ending.done() && was.reference().equals(ending.reference())
        ? Answer.done(task.view())
        : Answer.refused(ended(task.task()));
  }

  /** Why nothing can be done about it any more. */
  public static Refusal ended(ClaimTask task) {
    boolean done = task.ended().map(ClaimTask.End::done).orElse(false);
    return ClaimWorkRefusal.TASK_ENDED.with(
        "task", task.number(), "state", done ? "done" : "dropped");
  }
}
