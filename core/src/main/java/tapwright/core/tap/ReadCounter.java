package tapwright.core.tap;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the read counter of a card's chip has come, under one version of its keys.
 *
 * <p>Always {@code seen + missed = last - baseline}: each read since the station's is one that was
 * counted here or one that never came (no network, a banner that was waved away, a link that is
 * held back). Which values were counted stands in {@link UsedBlock}s beside this.
 *
 * @param baseline the counter when the chip left the station
 * @param last the highest value counted; the baseline before there is any
 * @param seen how many values were counted as taps
 * @param missed how many values up to the last were not
 * @param lastAt when the last came; {@link Instant#EPOCH} before there is any
 * @param quickRun how many taps up to the last came in order and each at once after the one before
 */
public record ReadCounter(
    int baseline, int last, int seen, int missed, Instant lastAt, int quickRun) {

  /**
   * How far behind the highest a signed read may arrive {@link Delivery#AT_ONCE at once}: with it a
   * window of 64, as IPsec's by default, where packets overtake each other (RFC 4303, section
   * 3.4.3).
   */
  public static final int LATE_LIMIT = 63;

  /**
   * Closer than this, two taps were hardly made by hand: a phone shows what it read, is opened, and
   * the next one is laid on the card. An estimate; no phones were timed.
   */
  public static final Duration QUICK = Duration.ofMillis(1500);

  /** From the third on, taps in quick succession look like links that were read in advance. */
  public static final int HARVESTED_FROM = 3;

  public ReadCounter {
    if (baseline < 0 || last < baseline || last > Mirror.MAX_COUNTER) {
      throw new IllegalArgumentException(
          "baseline is " + baseline + " and last is " + last + ", allowed are 0 to 16777215");
    }
    if (seen < 0 || missed < 0 || seen + missed != last - baseline) {
      throw new IllegalArgumentException(
          "seen is %d and missed is %d, their sum must be %d"
              .formatted(seen, missed, last - baseline));
    }
    if (quickRun < 0 || quickRun > seen) {
      throw new IllegalArgumentException("quickRun is " + quickRun + ", allowed are 0 to " + seen);
    }
  }

  /** The counter of a chip that has just left the station. */
  public static ReadCounter startingAt(int baseline) {
    return new ReadCounter(baseline, baseline, 0, 0, Instant.EPOCH, 0);
  }

  /** What a read is that comes onto the record at once. */
  public CountedRead count(Verdict read, boolean used, Instant at) {
    return count(read, used, at, Delivery.AT_ONCE);
  }

  /**
   * What the read is, whose link alone makes it a tap.
   *
   * @param read one that {@link Verdict#usesCounter() uses its counter}
   * @param used whether the value was used up before
   * @param at when it came
   */
  public CountedRead count(Verdict read, boolean used, Instant at, Delivery delivery) {
    if (!read.usesCounter()) {
      throw new IllegalArgumentException("read is " + read + ", allowed is a tap with a counter");
    }
    if (read.counter() <= baseline) {
      return unchanged(read, Reason.STATION_READ);
    }
    if (used) {
      return unchanged(read, Reason.COUNTER_SEEN);
    }
    return read.counter() > last ? newest(read, at) : late(read, delivery);
  }

  private CountedRead unchanged(Verdict read, Reason reason) {
    return new CountedRead(read.replay(reason), 0, this);
  }

  private CountedRead newest(Verdict read, Instant at) {
    int skipped = read.counter() - last - 1;
    int run = isQuick(at) ? quickRun + 1 : 1;
    Reason reason = run >= HARVESTED_FROM ? Reason.QUICK_SUCCESSION : Reason.NEW_COUNTER;
    return new CountedRead(
        read.tap(reason),
        skipped,
        new ReadCounter(baseline, read.counter(), seen + 1, missed + skipped, at, run));
  }

  /** A clock that was set back never makes a tap a quick one. */
  private boolean isQuick(Instant at) {
    return !at.isBefore(lastAt) && Duration.between(lastAt, at).compareTo(QUICK) < 0;
  }

  /**
   * A read that others overtook. One that is not signed may be as late as it likes: anybody can
   * type a high counter, and must not be able to stop the count by it. Nor is a journaled one ever
   * too late: how far behind it was when it was answered is not known, and it was answered as a
   * tap.
   *
   * <p>It leaves the run as it is, so that links held back cannot hide by coming in pairs.
   */
  private CountedRead late(Verdict read, Delivery delivery) {
    if (delivery == Delivery.AT_ONCE
        && read.assurance() == Assurance.SIGNED
        && last - read.counter() > LATE_LIMIT) {
      return unchanged(read, Reason.COUNTER_TOO_OLD);
    }
    return new CountedRead(
        read.tap(Reason.LATE_COUNTER),
        -1,
        new ReadCounter(baseline, last, seen + 1, missed - 1, lastAt, quickRun));
  }
}
