package tapwright.server.store.hit;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stays of hits that are taken off the record.
 *
 * @param hours how many there were in each hour, class by class
 * @param runs of those that counted, by the key version of the counter's run
 */
record FoldedHits(SortedMap<Hour, Long> hours, SortedMap<Integer, Run> runs) {

  private static final Comparator<Hour> BY_TIME =
      Comparator.comparingLong(Hour::number).thenComparing(Hour::hitClass);

  /**
   * A hit as it lies on record.
   *
   * @param at in microseconds, as it is stored
   * @param read present where it is a tap with a counter
   */
  record Hit(long at, long id, String seller, String hitClass, Optional<Read> read) {}

  /**
   * Which read of the chip a tap was.
   *
   * @param keyVersion the run of the counter
   * @param missed how many reads it skipped
   */
  record Read(int keyVersion, long missed) {}

  /** Hits of one hour and class; hours since 1970-01-01, UTC. */
  record Hour(long number, String hitClass) {}

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
    SortedMap<Hour, Long> hours = new TreeMap<>(BY_TIME);
    SortedMap<Integer, Run> runs = new TreeMap<>();
    for (Hit hit : hits) {
      hours.merge(new Hour(Grain.HOUR.of(hit.at()), hit.hitClass()), 1L, Long::sum);
      hit.read()
          .ifPresent(
              read ->
                  runs.merge(
                      read.keyVersion(), new Run(hit.seller(), 1, 1 + read.missed()), Run::plus));
    }
    return new FoldedHits(hours, runs);
  }
}
