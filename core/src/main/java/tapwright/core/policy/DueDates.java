package tapwright.core.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * By when each step must be done, under all rules that bind at once.
 *
 * @param dates the first instant that is too late, of each step whose clock runs
 * @param missing what a rule needed and the calendar did not have
 */
record DueDates(Map<Step, Instant> dates, SortedSet<String> missing) {

  /** The due dates that the deciding clauses and the seller's duties set. */
  static DueDates of(Situation situation, List<Clause> standing) {
    DueDates due = new DueDates(new EnumMap<>(Step.class), new TreeSet<>());
    for (Clause clause : standing) {
      clause.due().forEach(rule -> due.add(situation, rule));
    }
    for (Clause duty : situation.pack().duties(situation.claim().kind())) {
      if (!duty.due().isEmpty() && duty.when().truth(situation) == Truth.TRUE) {
        duty.due().forEach(rule -> due.add(situation, rule));
      }
    }
    return new DueDates(Collections.unmodifiableMap(due.dates), due.missing);
  }

  private void add(Situation situation, DueRule rule) {
    Instant start = rule.from().isEmpty() ? situation.claim().at() : situation.latest(rule.from());
    if (start == null) {
      return;
    }
    switch (situation.calendar().endOf(rule.span(), start)) {
      case Moment.Known end ->
          dates.merge(rule.step(), end.at(), (one, other) -> one.isBefore(other) ? one : other);
      case Moment.NeedsYear year -> missing.add(Question.holidaysOf(year.year()));
    }
  }
}
