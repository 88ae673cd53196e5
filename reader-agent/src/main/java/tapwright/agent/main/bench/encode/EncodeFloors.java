package tapwright.agent.main.bench.encode;

import org.jspecify.annotations.Nullable;
import tapwright.agent.emulator.RfTiming;

/**
 * The fewest exchanges, writes and milliseconds on the air in which a card can be known to hold a
 * message; null where what it held before decides.
 *
 * <p>A blank card has all three. One that holds the message already needs no write. For one that
 * holds another message the count hangs on how many pages the two share.
 */
public record EncodeFloors(
    @Nullable Integer exchanges, @Nullable Integer writes, @Nullable Double millis) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final int PAGE_SIZE = 4;

  /** Type and length before the message, the terminator behind it. */
  private static final int BYTES_AROUND = 3;

  /** What a first look reads: UID, locks, container, the first bytes of data. */
  private static final int FIRST_LOOK_PAGES = 7;

  /**
   * @param blankExchanges the floor for a blank card, as the agent knows it
   */
  static EncodeFloors of(EncodeCase card, int blankExchanges) {
    int pages = Math.ceilDiv(card.bytes() + BYTES_AROUND, PAGE_SIZE);
    return switch (card.start()) {
      case BLANK -> new EncodeFloors(blankExchanges, pages, blankMillis(pages));
      case UNCHANGED -> new EncodeFloors(null, 0, null);
      case CHANGED -> new EncodeFloors(null, null, null);
    };
  }

  /** Activation, one FAST_READ to look, the writes, one FAST_READ to compare. */
  private static double blankMillis(int pages) {
    RfTiming timing = RfTiming.NTAG21X;
    long nanos =
        timing.activationNanos()
            + timing.fastReadNanos(FIRST_LOOK_PAGES)
            + pages * timing.writeNanos()
            + timing.fastReadNanos(pages);
    return nanos / NANOS_PER_MILLI;
  }
}
