package tapwright.core.policy.decide;

import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.calendar.Moment;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Window;

/**
 * Finds until when a verdict holds: the claim is decided anew as if sent at each later instant at
 * which anything that a pack can look at changes, until it gets something else.
 */
public final class Horizon {

  private Horizon() {}

  static Decision.@Nullable Until of(Situation situation, Verdict verdict) {
    for (Instant instant : turningPoints(situation)) {
      Verdict then = Resolution.of(situation.at(instant));
      if (!then.givesTheSameAs(verdict)) {
        return new Decision.Until(
            instant,
            then.outcome(),
            then.effects(),
            then.by().stream().map(Clause::citation).toList());
      }
    }
    return null;
  }

  /** Ends of windows from any event that could start them, later events and uses, the start. */
  public static SortedSet<Instant> turningPoints(Situation situation) {
    Instant now = situation.claim().at();
    SortedSet<Instant> points = new TreeSet<>();
    for (Map.Entry<Event, Instant> event : situation.facts().events().entrySet()) {
      if (event.getKey().waitsForItsInstant()) {
        addLater(points, now, event.getValue());
      }
    }
    situation
        .pack()
        .inForce()
        .ifPresent(version -> addLater(points, now, situation.pack().start()));
    for (Window window : situation.pack().windows()) {
      for (Event anchor : window.anchors()) {
        Instant start = startOf(anchor, situation);
        if (start != null && window.end(situation.calendar(), start) instanceof Moment.Known end) {
          addLater(points, now, end.at());
        }
      }
    }
    if (situation.facts().usage() instanceof Usage.Timeline timeline) {
      // A use counts for claims after its instant (S10), so what it changes starts just after it.
      timeline.uses().forEach(use -> addLater(points, now, use.at().plusNanos(1)));
    }
    return points;
  }

  /** When the window starts; at the earliest with the pack where nothing is known of the event. */
  private static @Nullable Instant startOf(Event anchor, Situation situation) {
    Instant at = situation.facts().instantOf(anchor);
    boolean atAnyTime = at == null && situation.isUnknown(anchor);
    return atAnyTime
        ? situation.pack().inForce().map(v -> situation.pack().start()).orElse(null)
        : at;
  }

  private static void addLater(SortedSet<Instant> points, Instant now, Instant point) {
    if (point.isAfter(now)) {
      points.add(point);
    }
  }
}
