package tapwright.server.store.hit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The lengths of time by which hits are rolled up, coarsest first; a microsecond is a hit's own.
 */
enum Grain {
  DAY("usage_day", "day", TimeUnit.DAYS.toMicros(1)),
  HOUR("usage_hour", "hour", TimeUnit.HOURS.toMicros(1)),
  MICRO("hit", "at", 1);

  private final String table;
  private final String column;
  private final long micros;

  Grain(String table, String column, long micros) {
    this.table = table;
    this.column = column;
    this.micros = micros;
  }

  String table() {
    return table;
  }

  /** What says when, in the table. */
  String column() {
    return column;
  }

  /** Which one of its kind an instant lies in. */
  long of(long instantMicros) {
    return Math.floorDiv(instantMicros, micros);
  }

  /** Whether one of its kind begins with the instant. */
  boolean begins(long instantMicros) {
    return Math.floorMod(instantMicros, micros) == 0;
  }

  /**
   * Neighbours of one grain.
   *
   * @param grain which
   * @param from the first
   * @param to the one after the last
   */
  record Slice(Grain grain, long from, long to) {}

  /** The same time in as few slices as there can be: whole days, and finer ones at both ends. */
  static List<Slice> slices(long fromMicros, long toMicros) {
    List<Slice> slices = new ArrayList<>();
    DAY.slice(fromMicros, toMicros, slices);
    return slices;
  }

  private void slice(long from, long to, List<Slice> slices) {
    long first = Math.ceilDiv(from, micros);
    long end = of(to);
    if (first < end) {
      finer(from, first * micros, slices);
      slices.add(new Slice(this, first, end));
      finer(end * micros, to, slices);
    } else {
      finer(from, to, slices);
    }
  }

  private void finer(long from, long to, List<Slice> slices) {
    if (from < to) {
      switch (this) {
        case DAY -> HOUR.slice(from, to, slices);
        case HOUR -> MICRO.slice(from, to, slices);
        case MICRO -> throw new IllegalStateException("a microsecond has no parts");
      }
    }
  }
}
