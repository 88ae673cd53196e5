package tapwright.server.app.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.plan.Charge;
import tapwright.core.plan.PlanEvent;
import tapwright.core.plan.PlanLife;
import tapwright.core.plan.PlanOutcome;
import tapwright.core.plan.Subscription;
import tapwright.core.policy.Money;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.record.Records;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.record.subscription.Payer;
import tapwright.server.record.subscription.StoredSubscription;

/**
 * Moves a subscription along its life within a transaction: how it stands, its charges, its trail,
 * who is told, and its cards together.
 */
public final class MoveSubscription {

  /** Ten years of months; what is left after them is done in the next work. */
  private static final int MOST_STEPS = 120;

  private MoveSubscription() {}

  /** What is about to be stored. */
  private record Change(
      String kind, StoredSubscription subscription, List<Charge> charges, String detail) {}

  static StoredSubscription start(
      Records records, String id, Payer payer, PlanOutcome.Moved begun, Circumstance why) {
    Subscription plan = begun.subscription();
    StoredSubscription stored =
        new StoredSubscription(id, payer, 1, plan, Optional.of(plan.tier()), why.now());
    records.subscriptions().add(stored);
    String detail = TrailDetail.of(plan, begun.charges(), Optional.empty());
    return note(records, new Change("started", stored, begun.charges(), detail), why);
  }

  /** The subscription after the event, stored; or why it cannot happen. */
  public static Answer<StoredSubscription> move(
      Records records, StoredSubscription before, PlanEvent event, Circumstance why) {
    List<Charge> charges = records.subscriptions().charges(before.seller(), before.id());
    return switch (PlanLife.apply(before.plan(), event, why.now(), charges)) {
      case PlanOutcome.Refused refused -> Answer.refused(refused.refusal());
      case PlanOutcome.Moved moved -> {
        Change change = change(before, event, moved, new Owed(charges, why.paidByClaim()));
        records.subscriptions().change(change.subscription());
        yield Answer.done(note(records, change, why));
      }
    };
  }

  /**
   * What was charged, of which some may be given back.
   *
   * @param paidByClaim whether a claim says how much
   */
  private record Owed(List<Charge> charges, boolean paidByClaim) {}

  private static Change change(
      StoredSubscription before, PlanEvent event, PlanOutcome.Moved moved, Owed owed) {
    List<Charge> changed = new ArrayList<>(moved.charges());
    changed.addAll(moved.back().settled(owed.charges()));
    StoredSubscription next = before.with(moved.subscription());
    // Whoever pays out what is told here would pay once more what the claim's refund pays.
    Optional<Money> back = owed.paidByClaim() ? Optional.empty() : moved.back().sum(owed.charges());
    String detail = TrailDetail.of(next.plan(), changed, back);
    return new Change(event.word(), next, changed, detail);
  }

  private static StoredSubscription note(Records records, Change change, Circumstance why) {
    StoredSubscription next = change.subscription();
    records.subscriptions().put(next, change.charges());
    records
        .trails()
        .add(
            subject(next),
            new TrailEntry(
                next.version(),
                change.kind(),
                change.detail(),
                why.by(),
                why.cause(),
                why.at(),
                why.now()));
    records
        .outbox()
        .add(
            new OutEvent(
                next.id() + "." + next.version(),
                next.seller(),
                "subscription." + change.kind(),
                TrailDetail.told(next.id(), next.version(), change.detail()),
                why.now()));
    return GiveTier.piece(records, next, why.now());
  }

  static Subject subject(StoredSubscription subscription) {
    return new Subject(subscription.seller(), Subject.Area.SUBSCRIPTION, subscription.id());
  }

  /** The subscription when all has happened to it that was due by now. */
  public static StoredSubscription upToDate(
      Records records, StoredSubscription subscription, Instant now) {
    StoredSubscription next = subscription;
    for (int i = 0; i < MOST_STEPS; i++) {
      Optional<PlanEvent.Step> step = next.plan().stepDue(now);
      if (step.isEmpty()) {
        return next;
      }
      next = stepped(records, next, step.get(), now);
    }
    return next;
  }

  private static StoredSubscription stepped(
      Records records, StoredSubscription before, PlanEvent.Step step, Instant now) {
    Instant at =
        step == PlanEvent.Step.TERM_OVER && before.plan().standing().isServed()
            ? before.plan().termEndsAt()
            : before.plan().dueAt().orElseThrow();
    return switch (move(records, before, step, Circumstance.inTime(at, now))) {
      case Answer.Done<StoredSubscription> done -> done.value();
      case Answer.Refused<StoredSubscription> refused ->
          throw new IllegalStateException(
              "step %s is due and refused: %s".formatted(step, refused.refusal()));
    };
  }
}
