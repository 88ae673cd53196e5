package tapwright.core.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.core.card.Tier;

/**
 * All that decides what may happen to a subscription, and when.
 *
 * @param next what it becomes at the end of the term, where that is something else
 * @param ending its cancellation, where it is cancelled to a date
 * @param upgrade the last upgrade that was not undone
 * @param startedAt when it began for the first time
 * @param charges how many charges there were
 */
public record Subscription(
    Standing standing,
    Run run,
    Terms terms,
    Optional<Offer> next,
    Optional<Ending> ending,
    Optional<Upgrade> upgrade,
    Instant startedAt,
    long charges) {

  /**
   * A cancellation.
   *
   * @param askedAt when somebody asked for it
   * @param at when it takes effect
   */
  public record Ending(Instant askedAt, Instant at) {}

  /**
   * An upgrade.
   *
   * @param at when it was made
   * @param until the first instant at which it cannot be undone any more
   * @param before what ran until then
   * @param firstCharge the number that the first charge since then has
   */
  public record Upgrade(Instant at, Instant until, Run before, long firstCharge) {}

  /** What it gives the cards of its account now. */
  public Tier tier() {
    return standing.isServed() ? run.offer().tier() : Tier.FREE;
  }

  public Instant termStartsAt() {
    return run.startsAt(terms.zone());
  }

  public Instant termEndsAt() {
    return run.endsAt(terms.zone());
  }

  /** Whether another term follows the one that runs. */
  public boolean renews() {
    return standing.isServed() && ending.filter(end -> !end.at().isAfter(termEndsAt())).isEmpty();
  }

  /** Where the time ends that is paid for in this row of terms; empty where nothing is. */
  public Optional<Instant> paidUntil(List<Charge> all) {
    return all.stream()
        .filter(one -> one.state() == Charge.State.PAID && one.isForTimeSince(run.origin()))
        .map(Charge::until)
        .max(Comparator.naturalOrder());
  }

  /** When something has to happen by itself next; empty where nothing has. */
  public Optional<Instant> dueAt() {
    return switch (standing) {
      case Standing.Running _ ->
          Stream.concat(reminderAt().stream(), Stream.of(termEndsAt()))
              .min(Comparator.naturalOrder());
      case Standing.Grace grace -> Optional.of(grace.until());
      case Standing.Lapsed _ -> ending.map(Ending::at);
      case Standing.Deactivated _, Standing.Terminated _, Standing.Discontinued _ ->
          Optional.empty();
    };
  }

  /** What has to happen by itself now. A reminder that comes too late is none. */
  public Optional<PlanEvent.Step> stepDue(Instant now) {
    if (dueAt().filter(at -> !at.isAfter(now)).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (standing.state()) {
          case GRACE -> PlanEvent.Step.GRACE_OVER;
          case RUNNING ->
              termEndsAt().isAfter(now) ? PlanEvent.Step.REMINDED : PlanEvent.Step.TERM_OVER;
          case LAPSED, DEACTIVATED, TERMINATED, DISCONTINUED -> PlanEvent.Step.TERM_OVER;
        });
  }

  /** A reminder falls into the term whose end it tells of. */
  private Optional<Instant> reminderAt() {
    if (run.reminded() || terms.remindDays() == 0 || !renews()) {
      return Optional.empty();
    }
    Instant at = terms.daysBefore(termEndsAt(), terms.remindDays());
    Instant first = termStartsAt();
    return Optional.of(at.isBefore(first) ? first : at);
  }

  Subscription in(Standing other) {
    return new Subscription(other, run, terms, next, ending, upgrade, startedAt, charges);
  }

  Subscription on(Run other) {
    return new Subscription(standing, other, terms, next, ending, upgrade, startedAt, charges);
  }

  Subscription turningInto(Optional<Offer> other) {
    return new Subscription(standing, run, terms, other, ending, upgrade, startedAt, charges);
  }

  Subscription ending(Optional<Ending> other) {
    return new Subscription(standing, run, terms, next, other, upgrade, startedAt, charges);
  }

  Subscription upgraded(Optional<Upgrade> other) {
    return new Subscription(standing, run, terms, next, ending, other, startedAt, charges);
  }

  Subscription charged(int more) {
    return new Subscription(standing, run, terms, next, ending, upgrade, startedAt, charges + more);
  }

  /** The same without anything that was planned or can be undone. */
  Subscription settled() {
    return turningInto(Optional.empty()).upgraded(Optional.empty());
  }
}
