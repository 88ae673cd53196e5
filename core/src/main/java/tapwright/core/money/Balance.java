package tapwright.core.money;

/**
 * Sums of one line or one payment, in minor units.
 *
 * @param reserved of refunds that may still leave
 * @param held under disputes that are open
 * @param lost to disputes
 */
public record Balance(long captured, long reserved, long refunded, long held, long lost) {

  /** What may still go back; never less than nothing. */
  public long rest() {
    return Math.max(0, captured - reserved - refunded - held - lost);
  }

  /** What has left or may leave beyond what came in: a customer who is paid twice. */
  public long excess() {
    return Math.max(0, reserved + refunded + held + lost - captured);
  }
}
