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
   * Whether this is a tap only if its counter was not used up before.
   *
   * <p>Who records hits must use the counter up in the same transaction, and take {@link
   * #counterSeen()} for the verdict when it was.
   */
  public boolean usesCounter() {
    return hitClass == HitClass.TAP && counter != NO_COUNTER;
  }

  /** The verdict on a tap whose counter turns out to be used up. */
  public Verdict counterSeen() {
    return new Verdict(HitClass.REPLAY, assurance, Reason.COUNTER_SEEN, counter);
  }

  static Verdict bare(HitClass hitClass, Reason reason) {
    return new Verdict(hitClass, Assurance.BARE, reason, NO_COUNTER);
  }
}
