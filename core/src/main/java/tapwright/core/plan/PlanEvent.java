package tapwright.core.plan;

import java.time.Instant;
import java.util.Locale;
import tapwright.core.policy.fact.Termination;

/** Something that happens to a subscription. */
public sealed interface PlanEvent {

  /** What there is nothing more to say of. */
  enum Step implements PlanEvent {
    /** The last upgrade is taken back, within its window. */
    UPGRADE_UNDONE,
    /** The plan stays what it is at the end of the term. */
    DOWNGRADE_DROPPED,
    /** The plan goes on after all. */
    CANCELLATION_WITHDRAWN,
    /** Who had cancelled comes back. */
    REACTIVATED,
    /** The seller gives the service up. */
    DISCONTINUED,
    /** The renewal was told ahead. */
    REMINDED,
    /** The term has come to its end. */
    TERM_OVER,
    /** Nobody has paid in time. */
    GRACE_OVER
  }

  /** A dearer plan, at once. */
  record Upgraded(Offer to) implements PlanEvent {}

  /**
   * The last upgrade is taken back, as was asked for within its window.
   *
   * @param askedAt when somebody asked for it
   */
  record UpgradeUndone(Instant askedAt) implements PlanEvent {}

  /** A cheaper plan, from the end of the term. */
  record DowngradePlanned(Offer to) implements PlanEvent {}

  /**
   * No renewal any more.
   *
   * @param askedAt when somebody asked for it
   * @param furtherTerms how many terms still follow the one that runs: 1 where notice came late
   */
  record CancelledAtEnd(Instant askedAt, int furtherTerms) implements PlanEvent {

    /** A late notice costs one term more, never two. */
    public static final int MOST_TERMS = 1;

    public CancelledAtEnd {
      if (furtherTerms < 0 || furtherTerms > MOST_TERMS) {
        throw new IllegalArgumentException(
            "furtherTerms is " + furtherTerms + ", allowed are 0 to " + MOST_TERMS);
      }
    }
  }

  /** The end at once, by the customer; with or without what was paid for time ahead. */
  record CancelledNow(Instant askedAt, boolean proRata) implements PlanEvent {}

  /** The end at once, by the seller. */
  record Terminated(Termination reason, boolean proRata) implements PlanEvent {}

  /** A charge was paid. */
  record Paid(Charge charge) implements PlanEvent {}

  /** A charge could not be collected. */
  record PaymentFailed(Charge charge) implements PlanEvent {}

  /** Lower-case words joined by hyphens, as trails and the API spell it. */
  default String word() {
    return switch (this) {
      case Step step -> step.name().toLowerCase(Locale.ROOT).replace('_', '-');
      case Upgraded _ -> "upgraded";
      case UpgradeUndone _ -> Step.UPGRADE_UNDONE.word();
      case DowngradePlanned _ -> "downgrade-planned";
      case CancelledAtEnd _ -> "cancelled-at-end";
      case CancelledNow _ -> "cancelled-now";
      case Terminated _ -> "terminated";
      case Paid _ -> "paid";
      case PaymentFailed _ -> "payment-failed";
    };
  }
}
