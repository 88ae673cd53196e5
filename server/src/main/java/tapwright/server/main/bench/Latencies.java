package tapwright.server.main.bench;

/**
 * Counts of how long something took, in steps of about three per cent; takes no memory while it
 * counts.
 */
final class Latencies {

  /** Steps between a power of two and the next. */
  private static final int STEPS = 32;

  private static final int STEP_BITS = 5;

  private final long[] counts = new long[STEPS * (Long.SIZE - STEP_BITS)];
  private long total;

  void add(long nanos) {
    counts[place(Math.max(0, nanos))]++;
    total++;
  }

  long total() {
    return total;
  }

  /**
   * The shortest time, to a step, that this share of all did not exceed; 0 where there are none.
   */
  long percentile(double share) {
    long wanted = (long) Math.ceil(total * share);
    long seen = 0;
    for (int place = 0; place < counts.length; place++) {
      seen += counts[place];
      if (seen >= wanted && seen > 0) {
        return upTo(place);
      }
    }
    return 0;
  }

  /** Exact below 32; from there on the leading six bits of the number pick the place. */
  private static int place(long nanos) {
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - STEP_BITS - 1);
    return shift * STEPS + (int) (nanos >>> shift);
  }

  private static long upTo(int place) {
    int shift = Math.max(0, place / STEPS - 1);
    return ((place - (long) shift * STEPS + 1) << shift) - 1;
  }
}
