package tapwright.core.policy.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.calendar.Span;
import tapwright.core.policy.fact.Event;

/**
 * By when something must be done. Several rules for one step all bind, so the earliest counts.
 *
 * @param step what
 * @param when under what further condition the rule binds
 * @param clock how the due date is found
 */
public record DueRule(Step step, Condition when, Clock clock) {

  /** How a due date is found. */
  public sealed interface Clock {}

  /**
   * A span that runs from something.
   *
   * @param from events that start it, of which the latest counts; none: the claim itself
   * @param span how long it runs
   */
  public record Running(List<Event> from, Span span) implements Clock {

    public Running {
      from = List.copyOf(from);
    }
  }

  /**
   * The date that an event has.
   *
   * @param event which; where it has none, the next one
   * @param otherwise what counts in its place; null where nothing does
   */
  public record At(Event event, @Nullable Event otherwise) implements Clock {}

  /**
   * The anniversary of the purchase after an event, a term later.
   *
   * @param event after which
   */
  public record AnniversaryAfter(Event event) implements Clock {}
}
