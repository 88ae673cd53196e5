package tapwright.core.tap;

/**
 * What a hit is, how well that is known, and why.
 *
 * @param hitClass what it is
 * @param assurance how well it is known to come from the chip
 * @param reason why
 * @param counter which read of the chip it says it is; -1 where it does not say, or where that was
 *     not looked at
 */
public record Verdict(HitClass hitClass, Assurance assurance, Reason reason, int counter) {

  /** The counter of a hit that does not say which read of the chip it is. */
  public static final int NO_COUNTER = -1;

  /**
   * Whether this is a tap only if the card's counter says so.
   *
   * <p>Who records hits must ask {@link ReadCounter#count} in the same transaction, and use the
   * value up where the answer is a tap.
   */
  public boolean usesCounter() {
    return hitClass == HitClass.TAP && counter != NO_COUNTER;
  }

  /** The verdict on a tap whose counter turns out to be used up. */
  public Verdict counterSeen() {
    return replay(Reason.COUNTER_SEEN);
  }

  /** The tap for the other reason that its record gives. */
  Verdict tap(Reason why) {
    return is(HitClass.TAP, why);
  }

  /**
   * The same read as a replay. An NTAG21x stops counting at FFFFFF (NTAG213/215/216 data sheet,
   * section 8.7), where a phone held to the chip and a link opened again look the same; that is
   * said then, whatever else speaks against a new read. An NTAG 424 DNA gives no link any more
   * there (NT4H2421Gx data sheet, section 9.3.1).
   */
  Verdict replay(Reason why) {
    boolean stopped = assurance == Assurance.MIRRORED && counter == Mirror.MAX_COUNTER;
    return is(HitClass.REPLAY, stopped ? Reason.COUNTER_STOPPED : why);
  }

  private Verdict is(HitClass other, Reason why) {
    return new Verdict(other, assurance, why, counter);
  }

  static Verdict bare(HitClass hitClass, Reason reason) {
    return new Verdict(hitClass, Assurance.BARE, reason, NO_COUNTER);
  }
}
