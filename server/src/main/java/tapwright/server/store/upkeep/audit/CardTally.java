package tapwright.server.store.upkeep.audit;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** What is on record of one card's hits, gathered while its rows go by. */
final class CardTally {

  private final Map<Integer, Counter> counters = new TreeMap<>();
  private final Map<Day, RolledUp> days = new TreeMap<>();

  /** By key version. */
  Map<Integer, Counter> counters() {
    return counters;
  }

  Map<Day, RolledUp> days() {
    return days;
  }

  Counter counter(int keyVersion) {
    return counters.computeIfAbsent(keyVersion, version -> new Counter());
  }

  RolledUp day(long day, String hitClass) {
    return days.computeIfAbsent(new Day(day, hitClass), key -> new RolledUp());
  }

  /**
   * Hits that are rolled up together.
   *
   * @param number which day since 1970-01-01, UTC
   * @param hitClass as it is stored
   */
  record Day(long number, String hitClass) implements Comparable<Day> {
    @Override
    public int compareTo(Day other) {
      return number == other.number
          ? hitClass.compareTo(other.hitClass)
          : Long.compare(number, other.number);
    }
  }

  /** One run of a chip's counter: what its taps say, and what is kept beside them. */
  static final class Counter {
    private final BitSet tapped = new BitSet();
    private final BitSet used = new BitSet();
    private long taps;
    private long advance;
    private long twice;
    private boolean kept;
    private long reach;
    private long seen;
    private long missed;

    /** A tap that carries the value and skipped so many before it. */
    void tap(int value, int skipped) {
      taps++;
      advance += 1 + skipped;
      if (tapped.get(value)) {
        twice++;
      }
      tapped.set(value);
    }

    /** Taps that are on record no more, and how far they brought the counter. */
    void folded(long foldedTaps, long foldedAdvance) {
      taps += foldedTaps;
      advance += foldedAdvance;
    }

    /** A block of 64 values, of which those are used up whose bits are set. */
    void block(long block, long bits) {
      for (int bit = 0; bit < Long.SIZE; bit++) {
        if ((bits >>> bit & 1) == 1) {
          used.set((int) block * Long.SIZE + bit);
        }
      }
    }

    /** What is kept of how far it came: {@code reach} is last - baseline. */
    void kept(long keptReach, long keptSeen, long keptMissed) {
      kept = true;
      reach = keptReach;
      seen = keptSeen;
      missed = keptMissed;
    }

    boolean isKept() {
      return kept;
    }

    long reach() {
      return reach;
    }

    long seen() {
      return seen;
    }

    long missed() {
      return missed;
    }

    long taps() {
      return taps;
    }

    /** The sum of 1 + missed over its taps. */
    long advance() {
      return advance;
    }

    long used() {
      return used.cardinality();
    }

    /** Taps that carry a value which another tap carries too. */
    long twice() {
      return twice;
    }

    /** Values that a tap on record carries though they are not used up. */
    long tappedUnused() {
      BitSet unused = (BitSet) tapped.clone();
      unused.andNot(used);
      return unused.cardinality();
    }
  }
}
