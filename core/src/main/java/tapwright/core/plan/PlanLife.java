package tapwright.core.plan;

import static tapwright.core.plan.Standing.State.DEACTIVATED;
import static tapwright.core.plan.Standing.State.GRACE;
import static tapwright.core.plan.Standing.State.LAPSED;
import static tapwright.core.plan.Standing.State.RUNNING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one function that moves a subscription along its life.
 *
 * <p>The checks stand in a fixed order: state, then what the event needs beside it; the first that
 * fails gives the refusal. A report of what became of a charge is never refused.
 *
 * <pre>
 * event                   from                       to            also
 * upgraded                RUNNING                    same          dearer; a new window; the rest of the term charged
 * upgrade-undone          RUNNING GRACE              RUNNING       asked for in its window; what was charged since is given back
 * downgrade-planned       RUNNING                    same          cheaper; from the end of the term
 * downgrade-dropped       RUNNING GRACE              same
 * cancelled-at-end        RUNNING GRACE              same          to the end of this term or of the next
 * cancellation-withdrawn  RUNNING GRACE LAPSED       same          before it takes effect
 * cancelled-now           RUNNING GRACE LAPSED       DEACTIVATED   unused time given back or not
 * reactivated             DEACTIVATED                RUNNING       a term from now on, no set-up fee
 * terminated              all but the final two      TERMINATED    unused time given back or not
 * discontinued            all but the final two      DISCONTINUED  unused time given back
 * payment-failed          RUNNING                    GRACE         elsewhere the charge alone changes
 * paid                    GRACE LAPSED               RUNNING       unless another failed; elsewhere the charge alone
 * reminded                RUNNING                    same          when due
 * term-over               RUNNING LAPSED             RUNNING       renewed and charged; DEACTIVATED where cancelled
 * grace-over              GRACE                      LAPSED        DEACTIVATED where cancelled to then
 * </pre>
 */
public final class PlanLife {

  private static final Set<Standing.State> KEPT = EnumSet.of(RUNNING, GRACE, LAPSED);
  private static final Set<Standing.State> NOT_FINAL =
      EnumSet.of(RUNNING, GRACE, LAPSED, DEACTIVATED);

  private PlanLife() {}

  /** The subscription that begins, with its set-up fee and its first term charged. */
  public static PlanOutcome.Moved start(Offer offer, Terms terms, Instant at) {
    Run run = Run.from(offer, at);
    Subscription begun =
        new Subscription(
            new Standing.Running(),
            run,
            terms,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            at,
            0);
    List<Charge> charges = new ArrayList<>();
    if (offer.setUpFee().minorUnits() > 0) {
      charges.add(Charging.charge(1, Charge.Kind.SET_UP, offer.setUpFee(), at, at));
    }
    charges.add(
        Charging.charge(
            charges.size() + 1L, Charge.Kind.TERM, offer.price(), at, run.endsAt(terms.zone())));
    return Charging.charged(begun, charges);
  }

  /**
   * What the event makes of a subscription that is so.
   *
   * @param at when it happens
   * @param charges all that was charged so far
   */
  public static PlanOutcome apply(
      Subscription subscription, PlanEvent event, Instant at, List<Charge> charges) {
    boolean owes = charges.stream().anyMatch(one -> isLeftOwing(subscription, event, one));
    return switch (event) {
      case PlanEvent.Step step -> step(subscription, step, at, owes);
      case PlanEvent.Upgraded upgraded -> Upgrading.upgraded(subscription, upgraded, at);
      case PlanEvent.UpgradeUndone undone ->
          Upgrading.upgradeUndone(subscription, undone.askedAt(), at, owes);
      case PlanEvent.DowngradePlanned planned -> Cancelling.downgradePlanned(subscription, planned);
      case PlanEvent.CancelledAtEnd cancelled -> Cancelling.cancelledAtEnd(subscription, cancelled);
      case PlanEvent.CancelledNow now ->
          PlanChecks.onlyFrom(KEPT, subscription, event)
              .orElseGet(
                  () ->
                      Cancelling.over(
                          Cancelling.cancelled(subscription, now, at), at, now.proRata()));
      case PlanEvent.Terminated end ->
          PlanChecks.onlyFrom(NOT_FINAL, subscription, event)
              .orElseGet(
                  () ->
                      Cancelling.over(
                          subscription.in(new Standing.Terminated(at, end.reason())),
                          at,
                          end.proRata()));
      case PlanEvent.Paid paid -> Renewing.paid(subscription, paid.charge(), at, owes);
      case PlanEvent.PaymentFailed failed -> Renewing.failed(subscription, failed.charge(), at);
    };
  }

  /** Whether the charge failed and the event does not settle it. */
  private static boolean isLeftOwing(Subscription subscription, PlanEvent event, Charge charge) {
    long settledFrom =
        subscription.upgrade().map(Subscription.Upgrade::firstCharge).orElse(Long.MAX_VALUE);
    boolean settled =
        switch (event) {
          case PlanEvent.Paid paid -> paid.charge().number() == charge.number();
          case PlanEvent.Step step ->
              step == PlanEvent.Step.UPGRADE_UNDONE && charge.number() >= settledFrom;
          case PlanEvent.UpgradeUndone _ -> charge.number() >= settledFrom;
          case PlanEvent.Upgraded _,
              PlanEvent.DowngradePlanned _,
              PlanEvent.CancelledAtEnd _,
              PlanEvent.CancelledNow _,
              PlanEvent.Terminated _,
              PlanEvent.PaymentFailed _ ->
              false;
        };
    return charge.state() == Charge.State.FAILED && !settled;
  }

  private static PlanOutcome step(
      Subscription subscription, PlanEvent.Step step, Instant at, boolean owes) {
    return switch (step) {
      case UPGRADE_UNDONE -> Upgrading.upgradeUndone(subscription, at, at, owes);
      case DOWNGRADE_DROPPED -> Cancelling.downgradeDropped(subscription);
      case CANCELLATION_WITHDRAWN -> Cancelling.cancellationWithdrawn(subscription);
      case REACTIVATED ->
          PlanChecks.onlyFrom(EnumSet.of(DEACTIVATED), subscription, step)
              .orElseGet(() -> Renewing.begunAnew(subscription, at));
      case DISCONTINUED ->
          PlanChecks.onlyFrom(NOT_FINAL, subscription, step)
              .orElseGet(
                  () -> Cancelling.over(subscription.in(new Standing.Discontinued(at)), at, true));
      case REMINDED ->
          PlanChecks.due(subscription, step, at)
              .orElseGet(() -> PlanOutcome.Moved.to(subscription.on(subscription.run().told())));
      case TERM_OVER ->
          PlanChecks.due(subscription, step, at).orElseGet(() -> Renewing.termOver(subscription));
      case GRACE_OVER ->
          PlanChecks.due(subscription, step, at)
              .orElseGet(
                  () -> Renewing.graceOver(subscription, subscription.dueAt().orElseThrow()));
    };
  }
}
