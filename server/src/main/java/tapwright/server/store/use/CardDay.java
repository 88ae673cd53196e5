package tapwright.server.store.use;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tapwright.server.store.hit.Days;
import tapwright.server.store.hit.FoldedInstants;

/**
 * A day of a card, and its uses of one class.
 *
 * @param since from when its uses count
 * @param hitClass which uses
 * @param sum how many there were on the whole of the day
 * @param folded how many hits of the class are on record no more
 * @param instants of the folded ones, as far as they were kept
 */
record CardDay(
    long card,
    long since,
    long day,
    String hitClass,
    UseSum sum,
    long folded,
    FoldedInstants instants) {

  /**
   * How far a clock may jump back so that it is told: uses may then seem to have been before the
   * card was given out, and nothing tells them from the seller's own tries.
   */
  static final long LONGEST_JUMP = TimeUnit.HOURS.toMicros(1);

  /** Where uses go that may have been before the card was given out, or after. */
  static final int IN_DOUBT = -2;

  long start() {
    return Days.start(day);
  }

  long end() {
    return Days.start(day + 1);
  }

  /** Whether the card's uses of the whole day count. */
  boolean isWhole() {
    return since <= start();
  }

  /** The uses of which nothing tells when in the day they were. */
  UseSum unplacedUses() {
    return UseSum.of(hitClass, folded - instants.count());
  }

  /** Whether the card was given out in the middle of the day. */
  boolean isParted() {
    return start() < since && since < end();
  }

  /** The parts of a day in which the card was given out, or might have been. */
  List<DayParts.Part> parts(DayParts segments) {
    long doubt = Math.max(start(), since - LONGEST_JUMP);
    long begin = Math.min(since, end());
    List<DayParts.Part> parts = new ArrayList<>();
    parts.add(part(start(), doubt, DayParts.OUTSIDE));
    parts.add(part(doubt, Math.min(begin, segments.to()), IN_DOUBT));
    parts.add(part(Math.max(doubt, segments.to()), begin, DayParts.OUTSIDE));
    if (isParted()) {
      parts.addAll(segments.parts(since, end()));
    }
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }

  private static DayParts.Part part(long from, long to, int into) {
    return new DayParts.Part(from, to, new DayParts.Way(into, DayParts.OUTSIDE));
  }

  /** The longest part of the time since the card was given out: hardly any use was before. */
  DayParts.Part longestSince(DayParts segments) {
    return DayParts.longest(segments.parts(since, end()));
  }
}
