package tapwright.server.store.use;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tapwright.core.policy.explain.Cuts;
import tapwright.server.store.hit.Days;
import tapwright.server.store.sql.Micros;

/**
 * Days as segments part them.
 *
 * <p>A day in which nothing begins or ends is counted whole. Of a day that is parted, all parts but
 * the longest are counted hit by hit, and the longest is what is left of the day: so at most half
 * of a day's hits are read, and a quarter of them on average.
 */
final class DayParts {

  /** Where uses go that lie in no segment. */
  static final int OUTSIDE = -1;

  private final NavigableMap<Long, Integer> segmentFrom = new TreeMap<>();

  DayParts(List<Cuts.Segment> segments) {
    for (int i = 0; i < segments.size(); i++) {
      segmentFrom.put(Micros.of(segments.get(i).from()), i);
      segmentFrom.put(Micros.of(segments.get(i).to()), OUTSIDE);
    }
  }

  /**
   * Some time in which uses count alike.
   *
   * @param from its first microsecond
   * @param to the first after it
   * @param way where they are counted
   */
  record Part(long from, long to, Way way) {

    private Part outOf(int segment) {
      return new Part(from, to, new Way(way.into(), segment));
    }

    boolean isEmpty() {
      return from >= to;
    }

    boolean has(long micros) {
      return from <= micros && micros < to;
    }
  }

  /**
   * Where uses are counted.
   *
   * @param into the segment that they lie in
   * @param outOf the segment that they were counted into with the whole of their day, and do not
   *     lie in
   */
  record Way(int into, int outOf) {

    /** Whether it makes a difference. */
    boolean counts() {
      return into != outOf;
    }
  }

  /** The first microsecond of all segments. */
  long from() {
    return segmentFrom.firstKey();
  }

  /** The first microsecond after all segments. */
  long to() {
    return segmentFrom.lastKey();
  }

  /** The days that are parted, as none is at their midnights. */
  SortedSet<Long> parted() {
    SortedSet<Long> days = new TreeSet<>();
    for (long bound : segmentFrom.keySet()) {
      if (bound > Days.start(Days.of(bound))) {
        days.add(Days.of(bound));
      }
    }
    return days;
  }

  /** The segment into which the whole of the day is counted at first. */
  int segmentOf(long day) {
    return longest(day).way().into();
  }

  /** What is to be counted hit by hit where the whole of the day is counted already. */
  List<Part> besideLongest(long day) {
    return beside(longest(day), parts(day));
  }

  /** The other parts, of what is counted as if all of it was in the one. */
  static List<Part> beside(Part one, List<Part> parts) {
    return parts.stream()
        .filter(part -> part.from() != one.from())
        .map(part -> part.outOf(one.way().into()))
        .toList();
  }

  private Part longest(long day) {
    return longest(parts(day));
  }

  static Part longest(List<Part> parts) {
    return parts.stream()
        .max(Comparator.comparingLong(part -> part.to() - part.from()))
        .orElseThrow();
  }

  private List<Part> parts(long day) {
    return parts(Days.start(day), Days.start(day + 1));
  }

  /** The parts of some time of which nothing is counted yet. */
  List<Part> parts(long from, long to) {
    List<Part> parts = new ArrayList<>();
    long begin = from;
    for (long bound : segmentFrom.subMap(from, false, to, false).keySet()) {
      parts.add(part(begin, bound));
      begin = bound;
    }
    parts.add(part(begin, to));
    return parts;
  }

  private Part part(long from, long to) {
    var before = segmentFrom.floorEntry(from);
    return new Part(from, to, new Way(before == null ? OUTSIDE : before.getValue(), OUTSIDE));
  }
}
