package tapwright.server.app.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tapwright.core.Refusal;
import tapwright.core.card.SellerId;
import tapwright.core.claim.Decider;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Step;
import tapwright.server.app.Answer;
import tapwright.server.app.Shown;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimFile;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.money.StoredRefund;

/** A task within a work, with all that is known of its claim; and how it comes to its end. */
public final class TaskAtHand {

  private final Records records;
  private final KnownClaim known;
  private final ClaimTask task;

  TaskAtHand(Records records, KnownClaim known, ClaimTask task) {
    this.records = records;
    this.known = known;
    this.task = task;
  }

  /**
   * Which task is meant.
   *
   * @param number as it was spelt
   */
  public record Which(SellerId seller, String claimId, String number) {}

  /** Does something about the task, where the seller has it. */
  public static <T> Answer<T> with(
      Records records, Which which, Function<TaskAtHand, Answer<T>> work) {
    return KnownClaim.with(
        records,
        which.seller(),
        which.claimId(),
        known ->
            find(records, known, which.number())
                .map(work)
                .orElseGet(
                    () ->
                        Answer.refused(
                            ClaimWorkRefusal.TASK_UNKNOWN.with("task", Shown.of(which.number())))));
  }

  private static Optional<TaskAtHand> find(Records records, KnownClaim known, String number) {
    return records.claimTasks().of(known.claim()).stream()
        .filter(task -> String.valueOf(task.number()).equals(number))
        .findFirst()
        .map(task -> new TaskAtHand(records, known, task));
  }

  public Records records() {
    return records;
  }

  public ClaimTask task() {
    return task;
  }

  public StoredClaim claim() {
    return known.claim();
  }

  /** What holds of the claim. */
  public ClaimFile.Standing standing() {
    return known.file().standing();
  }

  /** Whether that follows of the claim as well, done or not. */
  public boolean isBeside(Effect effect) {
    return records.claimTasks().of(known.claim()).stream()
        .filter(other -> other.ended().map(ClaimTask.End::done).orElse(true))
        .anyMatch(other -> other.plan().effect().equals(effect.word()));
  }

  /** What the engine's decision that counts was taken on. */
  public Optional<String> fact(String name) {
    return DecisionText.fact(Redecide.inForce(records, known), name);
  }

  /**
   * Why something is done for it: the claim, the decision with its clauses, and whose word holds.
   */
  public String cause() {
    ClaimFile.Standing standing = standing();
    List<String> clauses = DecisionText.clauses(Redecide.inForce(records, known));
    String decision =
        "claim %s, decision %d".formatted(known.claim().id(), standing.decision())
            + (clauses.isEmpty() ? "" : ": " + String.join(", ", clauses));
    return standing.by() == Decider.ENGINE
        ? decision
        : decision + "; " + standing.outcome().word() + " by " + standing.by().word();
  }

  public TaskView view() {
    return view(task);
  }

  private TaskView view(ClaimTask shown) {
    return new TaskView(shown, refunds(shown.ended()));
  }

  /** The refunds of the claim up to the task's end; none where the task is about no money. */
  private List<StoredRefund> refunds(Optional<ClaimTask.End> end) {
    if (steps().noneMatch(step -> step == Step.REFUND)) {
      return List.of();
    }
    return ClaimMoney.refunds(records, known.claim()).stream()
        .filter(refund -> end.filter(over -> refund.createdAt().isAfter(over.at())).isEmpty())
        .toList();
  }

  /** Notes that it was done. */
  public TaskView done(Deed deed, String reference) {
    records.deadlines().met(known.claim(), steps().map(Step::word).toList(), deed.recordedAt());
    return ended(deed, new ClaimTask.End(true, deed.recordedAt(), deed.by().actor(), reference));
  }

  /** Notes that it is not wanted any more. */
  TaskView dropped(Deed deed, String reason) {
    return ended(deed, new ClaimTask.End(false, deed.recordedAt(), deed.by().actor(), reason));
  }

  private TaskView ended(Deed deed, ClaimTask.End end) {
    ClaimTask ended = task.endedBy(end);
    records.claimTasks().end(ended);
    note(deed, end.done() ? "task-done" : "task-dropped", Map.of("reference", end.reference()));
    return view(ended);
  }

  /** Notes that the server does not carry it out by itself any more, and why. */
  public void leftToPeople(Deed deed, Refusal refusal) {
    if (records.claimTasks().carry(task, Optional.empty())) {
      note(deed, "task-left-to-people", Map.of("refused", refusal.code().code()));
    }
  }

  private void note(Deed deed, String kind, Map<String, String> more) {
    Map<String, Object> detail = new HashMap<>(more);
    detail.put("task", task.number());
    detail.put("effect", task.plan().effect());
    ClaimTrail.add(
        records, known.claim(), deed.because(cause()), new ClaimTrail.Happening(kind, detail));
  }

  private Stream<Step> steps() {
    return task.plan().step().stream();
  }
}
