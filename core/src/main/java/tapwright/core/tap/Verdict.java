package tapwright.core.tap;

/**
 * What a hit is, how well that is known, and why.
 *
 * @param hitClass what it is
 * @param assurance how well it is known to come from the chip
 * @param reason why
 */
public record Verdict(HitClass hitClass, Assurance assurance, Reason reason) {

  /** The verdict on a mirrored tap whose counter turns out to be used up. */
  public static final Verdict COUNTER_SEEN =
      new Verdict(HitClass.REPLAY, Assurance.MIRRORED, Reason.COUNTER_SEEN);

  /**
   * Whether this is a tap only if its counter was not used up before.
   *
   * <p>Who records hits must use the counter up in the same transaction, and take {@link
   * #COUNTER_SEEN} for a verdict when it was.
   */
  public boolean usesCounter() {
    return hitClass == HitClass.TAP && assurance == Assurance.MIRRORED;
  }

  static Verdict bare(HitClass hitClass, Reason reason) {
    return new Verdict(hitClass, Assurance.BARE, reason);
  }

  static Verdict mirrored(HitClass hitClass, Reason reason) {
    return new Verdict(hitClass, Assurance.MIRRORED, reason);
  }
}
