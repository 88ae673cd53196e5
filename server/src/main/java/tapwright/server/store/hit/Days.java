package tapwright.server.store.hit;

import java.util.concurrent.TimeUnit;

/** Days of UTC as the record numbers them, since 1970-01-01. */
public final class Days {

  /** How long one is. */
  public static final long MICROS = TimeUnit.DAYS.toMicros(1);

  private Days() {}

  /** The day that an instant lies in. */
  public static long of(long micros) {
    return Math.floorDiv(micros, MICROS);
  }

  /** The first instant of a day. */
  public static long start(long day) {
    return day * MICROS;
  }
}
