package tapwright.server.store.hit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stays of hits that are taken off the record.
 *
 * @param days what there was on each day, class by class
 * @param runs of those that counted, by the key version of the counter's run
 */
record FoldedHits(SortedMap<Day, Folded> days, SortedMap<Integer, Run> runs) {

  private static final Comparator<Day> BY_TIME =
      Comparator.comparingLong(Day::number).thenComparing(Day::hitClass);

  /**
   * A hit as it lies on record.
   *
   * @param at in microseconds, as it is stored
   * @param kind how well it is known
   * @param read present where it is a tap with a counter
   */
  record Hit(long at, long id, String seller, Kind kind, Optional<Read> read) {
    private Day day() {
      return new Day(Days.of(at), kind.hitClass());
    }

    private FoldedInstants.Use use() {
      return new FoldedInstants.Use(Math.floorMod(at, Days.MICROS), kind.assurance(), kind.quick());
    }
  }

  /**
   * What a hit is and how well that is known, in words of the record.
   *
   * @param quick whether it came in quick succession
   */
  record Kind(String hitClass, String assurance, boolean quick) {
    private boolean isUse() {
      return hitClass.equals("tap") || hitClass.equals("share");
    }
  }

  /**
   * Which read of the chip a tap was.
   *
   * @param keyVersion the run of the counter
   * @param missed how many reads it skipped
   */
  record Read(int keyVersion, long missed) {}

  /** Hits of one day and class; days since 1970-01-01, UTC. */
  record Day(long number, String hitClass) {}

  /**
   * What is taken off the record of a day.
   *
   * @param hits how many hits
   * @param uses those of them that policies may count, whose instants are kept
   */
  record Folded(long hits, List<FoldedInstants.Use> uses) {
    Folded {
      uses = List.copyOf(uses);
    }
  }

  /**
   * Taps of one run of a counter.
   *
   * @param advance how far they brought it: the sum of 1 + missed
   */
  record Run(String seller, long taps, long advance) {
    private Run plus(Run other) {
      return new Run(seller, taps + other.taps, advance + other.advance);
    }
  }

  static FoldedHits of(Collection<Hit> hits) {
    SortedMap<Day, List<Hit>> byDay = new TreeMap<>(BY_TIME);
    SortedMap<Integer, Run> runs = new TreeMap<>();
    for (Hit hit : hits) {
      byDay.computeIfAbsent(hit.day(), day -> new ArrayList<>()).add(hit);
      hit.read()
          .ifPresent(
              read ->
                  runs.merge(
                      read.keyVersion(), new Run(hit.seller(), 1, 1 + read.missed()), Run::plus));
    }
    SortedMap<Day, Folded> days = new TreeMap<>(BY_TIME);
    byDay.forEach((day, some) -> days.put(day, folded(some)));
    return new FoldedHits(days, runs);
  }

  private static Folded folded(List<Hit> hits) {
    return new Folded(
        hits.size(), hits.stream().filter(hit -> hit.kind().isUse()).map(Hit::use).toList());
  }
}
