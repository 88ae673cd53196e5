package tapwright.core.policy.explain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.calendar.Moment;
import tapwright.core.policy.decide.Horizon;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Window;

/**
 * Parts time where a decision does: at the start and at the end of every window in which a clause
 * counts uses.
 *
 * <p>Uses between two neighbouring cuts count alike for the outcome, the clauses, the near misses
 * and {@code until}, so that a sum stands for all of them, however many they are. What would change
 * a decision can turn inside a segment: where another date of an event is supposed, each use counts
 * by its own instant.
 */
public final class Cuts {

  private Cuts() {}

  /**
   * A stretch of time whose uses count alike.
   *
   * @param from its first instant
   * @param to the first instant after it
   */
  public record Segment(Instant from, Instant to) {

    public Segment {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("from is " + from + ", allowed is before " + to);
      }
    }

    /** The instant that stands for all uses in it: its last microsecond. */
    public Instant standIn() {
      return to.minus(1, ChronoUnit.MICROS);
    }
  }

  /**
   * The segments up to the claim, oldest first and without holes; the first begins with 1970, since
   * no card is older. Whatever the facts say of usage is not looked at.
   */
  public static List<Segment> of(Pack pack, Calendar calendar, Claim claim, Facts facts) {
    NavigableSet<Instant> cuts = instants(new Situation(pack, calendar, claim, facts));
    Instant end = toMicros(claim.at());
    List<Segment> segments = new ArrayList<>();
    Instant from = Instant.EPOCH;
    for (Instant cut : cuts.subSet(Instant.EPOCH, false, end, false)) {
      segments.add(new Segment(from, cut));
      from = cut;
    }
    if (from.isBefore(end)) {
      segments.add(new Segment(from, end));
    }
    return segments;
  }

  private static NavigableSet<Instant> instants(Situation situation) {
    NavigableSet<Instant> cuts = new TreeSet<>();
    for (Window window : situation.pack().cells().usageWindows()) {
      for (Event anchor : window.anchors()) {
        for (Instant start : starts(anchor, situation)) {
          cuts.add(toMicros(start));
          if (window.end(situation.calendar(), start) instanceof Moment.Known end) {
            cuts.add(toMicros(end.at()));
          }
        }
      }
    }
    return cuts;
  }

  /** When the event happens; where that has to be asked for, each instant that is weighed. */
  private static Collection<Instant> starts(Event anchor, Situation situation) {
    Instant known = situation.facts().instantOf(anchor);
    if (known != null) {
      return List.of(known);
    }
    return situation.isUnknown(anchor) ? weighed(anchor, situation) : List.of();
  }

  private static Collection<Instant> weighed(Event anchor, Situation situation) {
    NavigableSet<Instant> asOf = new TreeSet<>(Horizon.turningPoints(situation));
    asOf.add(situation.claim().at());
    NavigableSet<Instant> weighed = new TreeSet<>();
    asOf.forEach(at -> weighed.addAll(situation.cells().instants(anchor, situation.at(at))));
    return weighed;
  }

  /** Uses are kept to the microsecond, so what is not before the one is not before the other. */
  private static Instant toMicros(Instant instant) {
    Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
    return micros.equals(instant) ? micros : micros.plus(1, ChronoUnit.MICROS);
  }
}
