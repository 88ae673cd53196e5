package tapwright.core.policy.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.calendar.Moment;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Term;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.DueRule;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Question;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Step;
import tapwright.core.policy.pack.Truth;

/**
 * By when each step must be done, under all rules that bind at once.
 *
 * @param dates the first instant that is too late, of each step whose clock runs
 * @param missing what a rule needed and the calendar did not have
 */
record DueDates(Map<Step, Instant> dates, SortedSet<String> missing) {

  /** The due dates that the deciding clauses and the seller's duties set. */
  static DueDates of(Situation situation, List<Clause> standing, Outcome outcome) {
    DueDates due = new DueDates(new EnumMap<>(Step.class), new TreeSet<>());
    for (Clause clause : standing) {
      due.addAll(situation, clause, outcome);
    }
    for (Clause duty : situation.pack().duties(situation.claim().kind())) {
      if (!standing.contains(duty) && duty.when().truth(situation) == Truth.TRUE) {
        due.addAll(situation, duty, outcome);
      }
    }
    return new DueDates(Collections.unmodifiableMap(due.dates), due.missing);
  }

  /** A refund is due only where money goes back. */
  private void addAll(Situation situation, Clause clause, Outcome outcome) {
    for (DueRule rule : clause.due()) {
      boolean idle = rule.step() == Step.REFUND && !outcome.mayPay();
      if (!idle && rule.when().truth(situation) == Truth.TRUE) {
        add(situation, rule);
      }
    }
  }

  private void add(Situation situation, DueRule rule) {
    Moment due =
        switch (rule.clock()) {
          case DueRule.Running running -> end(situation, running);
          case DueRule.At at -> known(dateOf(situation, at));
          case DueRule.AnniversaryAfter after -> anniversary(situation, after.event());
        };
    switch (due) {
      case null -> {}
      case Moment.Known end ->
          dates.merge(rule.step(), end.at(), (one, other) -> one.isBefore(other) ? one : other);
      case Moment.NeedsYear year -> missing.add(Question.holidaysOf(year.year()));
    }
  }

  private static @Nullable Moment end(Situation situation, DueRule.Running clock) {
    Instant start =
        clock.from().isEmpty() ? situation.claim().at() : situation.latest(clock.from());
    return start == null ? null : situation.calendar().endOf(clock.span(), start);
  }

  private static @Nullable Instant dateOf(Situation situation, DueRule.At at) {
    Instant date = situation.facts().instantOf(at.event());
    return date == null && at.otherwise() != null
        ? situation.facts().instantOf(at.otherwise())
        : date;
  }

  /**
   * The first anniversary of the purchase on a day after the event. Where the event is no
   * anniversary of it, since the plan was moved to another day, anniversaries count from the event
   * itself.
   */
  private static @Nullable Moment anniversary(Situation situation, Event event) {
    Instant after = situation.facts().instantOf(event);
    Instant bought = situation.facts().instantOf(Event.PURCHASED_AT);
    if (after == null) {
      return null;
    }
    int months = situation.facts().valueOf(Choice.TERM) == Term.ANNUAL ? 12 : 1;
    Calendar calendar = situation.calendar();
    Instant origin =
        bought != null && isAnniversary(calendar, bought, months, after) ? bought : after;
    return known(calendar.anniversaryAfterDayOf(after, origin, months));
  }

  private static boolean isAnniversary(
      Calendar calendar, Instant origin, int months, Instant instant) {
    Instant dayBefore = instant.minus(Duration.ofDays(1));
    Instant near = calendar.anniversaryAfterDayOf(dayBefore, origin, months);
    return LocalDate.ofInstant(near, calendar.zone())
        .equals(LocalDate.ofInstant(instant, calendar.zone()));
  }

  private static @Nullable Moment known(@Nullable Instant instant) {
    return instant == null ? null : new Moment.Known(instant);
  }
}
