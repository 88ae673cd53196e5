package tapwright.server.app.effect;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Refusal;
import tapwright.core.claim.ClaimState;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.IdSource;
import tapwright.server.app.claim.RunTasks;
import tapwright.server.app.claim.TaskAtHand;
import tapwright.server.app.claim.TaskView;
import tapwright.server.app.holder.DeleteHolder;
import tapwright.server.app.holder.DeletionPlan;
import tapwright.server.app.holder.DeletionReason;
import tapwright.server.app.money.PayRefund;
import tapwright.server.app.money.ReserveRefunds;
import tapwright.server.app.order.ReplaceCards;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimFile;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.money.StoredRefund;

/**
 * Does what a task says, in the work that ends the task, so that it is done once however often and
 * by how many it is asked for. Money is reserved in that work and paid after it; its task ends with
 * the work in which it becomes known that the money has left.
 */
public final class CarryOut {

  private final Ledger ledger;
  private final Means means;
  private final Effects effects;
  private final InstantSource clock;

  /**
   * What tasks are carried out by.
   *
   * @param deletion asks for people's confirmations
   */
  public record Means(Paying paying, ReplaceCards replaceCards, DeleteHolder deletion) {}

  /**
   * How money goes back.
   *
   * @param ids gives each refund its key
   */
  public record Paying(ReserveRefunds reserve, PayRefund pay, IdSource ids) {}

  public CarryOut(Ledger ledger, Means means, InstantSource clock) {
    this.ledger = ledger;
    this.means = means;
    this.effects =
        new Effects(
            new CardEffects(means.replaceCards()),
            new MoneyEffects(means.paying().reserve(), means.paying().ids()));
    this.clock = clock;
  }

  /**
   * How far a task has come.
   *
   * @param deletion what has to be confirmed before it is done; empty for most
   */
  public record Outcome(TaskView task, Optional<DeletionPlan> deletion) {}

  /** A task after its work, and what has to be done outside of any. */
  private record Begun(TaskView view, Carried next) {}

  /** Does it in the name and with the rights of the caller; done before, it is answered as done. */
  public CompletableFuture<Answer<Outcome>> carryOut(
      Caller caller, String claimId, String number, TaskWish wish) {
    TaskAtHand.Which which = new TaskAtHand.Which(caller.seller(), claimId, number);
    return begin(which, Hand.of(caller), wish)
        .thenCompose(
            answer ->
                switch (answer) {
                  case Answer.Refused<Begun> refused -> refused(refused);
                  case Answer.Done<Begun>(Begun begun)
                      when begun.next() instanceof Carried.ToConfirm(String holder) ->
                      ask(caller, holder, begun);
                  case Answer.Done<Begun>(Begun begun) ->
                      finish(which, begun, Hand.of(caller).by());
                });
  }

  /** Does it in the name of the server. */
  CompletableFuture<Answer<Outcome>> byServer(TaskAtHand.Which which) {
    return begin(which, Hand.SERVER, TaskWish.NONE)
        .thenCompose(
            answer ->
                switch (answer) {
                  case Answer.Refused<Begun> refused -> refused(refused);
                  case Answer.Done<Begun>(Begun begun) -> finish(which, begun, Hand.SERVER.by());
                });
  }

  private CompletableFuture<Answer<Begun>> begin(TaskAtHand.Which which, Hand hand, TaskWish wish) {
    return ledger.write(
        which.seller(),
        records ->
            TaskAtHand.with(
                records, which, task -> begun(new Work(task, hand, wish, clock.instant()))));
  }

  private Answer<Begun> begun(Work work) {
    TaskAtHand task = work.task();
    Optional<ClaimTask.End> ended = task.task().ended();
    if (ended.isPresent()) {
      return ended.get().done()
          ? Answer.done(new Begun(task.view(), new Carried.Done(ended.get().reference())))
          : Answer.refused(RunTasks.ended(task.task()));
    }
    Optional<Refusal> contested = contested(work);
    if (contested.isPresent()) {
      return Answer.refused(contested.get());
    }
    return switch (effects.carry(work)) {
      case Answer.Refused<Carried> refused -> Answer.refused(refused.refusal());
      case Answer.Done<Carried>(Carried next) -> Answer.done(new Begun(after(work, next), next));
    };
  }

  /** What people have to look at first does nobody but people. */
  private static Optional<Refusal> contested(Work work) {
    ClaimFile.Standing standing = work.task().standing();
    if (!work.hand().isServer()) {
      return Optional.empty();
    }
    return standing.state() == ClaimState.APPEALED
        ? Optional.of(EffectRefusal.APPEALED.with("state", standing.state().word()))
        : standing.aside().map(other -> EffectRefusal.WOULD_DIFFER.with("other", other));
  }

  private static TaskView after(Work work, Carried next) {
    TaskAtHand task = work.task();
    return switch (next) {
      case Carried.Done(String reference) -> task.done(work.deed(), reference);
      case Carried.Paying _ -> {
        // From here on the refund is looked after by whoever reconciles refunds.
        Records records = work.records();
        if (task.task().carrying().isPresent()) {
          records.claimTasks().carry(task.task(), Optional.empty());
        }
        yield task.view();
      }
      case Carried.ToConfirm _ -> task.view();
    };
  }

  private CompletableFuture<Answer<Outcome>> finish(
      TaskAtHand.Which which, Begun begun, TrailEntry.By by) {
    return begun.next() instanceof Carried.Paying(List<StoredRefund> made) && !made.isEmpty()
        ? pay(made, by).thenCompose(paid -> look(which))
        : CompletableFuture.completedFuture(
            Answer.done(new Outcome(begun.view(), Optional.empty())));
  }

  private CompletableFuture<Integer> pay(List<StoredRefund> made, TrailEntry.By by) {
    CompletableFuture<Integer> paid = CompletableFuture.completedFuture(0);
    for (StoredRefund refund : made) {
      paid = paid.thenCompose(before -> pay(refund, before, by).thenApply(after -> before + 1));
    }
    return paid;
  }

  private CompletableFuture<StoredRefund> pay(StoredRefund refund, int before, TrailEntry.By by) {
    PayRefund pay = means.paying().pay();
    return before == 0 ? pay.pay(refund, by) : pay.payNext(refund, by);
  }

  private CompletableFuture<Answer<Outcome>> look(TaskAtHand.Which which) {
    return ledger.read(
        which.seller(),
        records ->
            TaskAtHand.with(
                records, which, task -> Answer.done(new Outcome(task.view(), Optional.empty()))));
  }

  private CompletableFuture<Answer<Outcome>> ask(Caller caller, String holder, Begun begun) {
    return means
        .deletion()
        .ask(caller, holder, DeletionReason.PERSON_ASKED)
        .thenApply(
            answer ->
                switch (answer) {
                  case Answer.Refused<DeletionPlan> refused ->
                      new Answer.Refused<>(refused.refusal(), refused.fields());
                  case Answer.Done<DeletionPlan>(DeletionPlan plan) ->
                      Answer.done(new Outcome(begun.view(), Optional.of(plan)));
                });
  }

  private static CompletableFuture<Answer<Outcome>> refused(Answer.Refused<Begun> refused) {
    return CompletableFuture.completedFuture(
        new Answer.Refused<>(refused.refusal(), refused.fields()));
  }
}
