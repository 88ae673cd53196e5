package tapwright.server.store.use;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tapwright.server.store.hit.Days;
import tapwright.server.store.hit.FoldedInstants;

/**
 * A day of a card, and uses of one class in it whose hits are on record no more.
 *
 * @param since from when its uses count
 * @param hitClass which uses
 * @param folded how many hits of the class are on record no more
 * @param instants of the folded ones, as far as they were kept
 */
record CardDay(
    long card, long since, long day, String hitClass, long folded, FoldedInstants instants) {

  /**
   * How far a clock may jump back so that it is told: uses may then seem to have been before the
   * card was given out, and nothing tells them from the seller's own tries.
   */
  static final long LONGEST_JUMP = TimeUnit.HOURS.toMicros(1);

  /** Of uses that may have been before the card was given out, or after. */
  static final DayParts.Way DOUBT = new DayParts.Way(-2, DayParts.OUTSIDE);

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

  /** The parts of a day in which the card was given out, or might have been. */
  List<DayParts.Part> parts(DayParts segments) {
    List<DayParts.Part> parts = new ArrayList<>();
    long doubt = Math.max(start(), since - LONGEST_JUMP);
    long begin = Math.min(since, end());
    parts.add(new DayParts.Part(doubt, Math.min(begin, segments.to()), DOUBT));
    if (begin < end()) {
      parts.addAll(segments.parts(begin, end()));
    }
    return parts;
  }
}
