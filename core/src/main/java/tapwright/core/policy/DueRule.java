package tapwright.core.policy;

import java.util.List;

/**
 * By when something must be done. Several rules for one step all bind, so the earliest counts.
 *
 * @param step what
 * @param from events that start the clock, of which the latest counts; none: the claim itself
 * @param span how long it runs
 */
record DueRule(Step step, List<Event> from, Span span) {

  DueRule {
    from = List.copyOf(from);
  }
}
