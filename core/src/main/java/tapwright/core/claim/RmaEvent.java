package tapwright.core.claim;

/** Something that happens to a return. */
public sealed interface RmaEvent {

  /** A move that says no more than its name. */
  enum Step implements RmaEvent {
    /** The customer gave the goods to a carrier. */
    SENT,
    /** The goods reached the seller. */
    RECEIVED,
    /** The time in which to send them is over. */
    EXPIRED,
    /** The seller takes the permission back. */
    CANCELLED
  }

  /** Somebody looked at the goods, and found this. */
  record Inspected(Verdict verdict) implements RmaEvent {}

  /**
   * It is settled what becomes of the goods.
   *
   * @param verdict what was found
   */
  record Disposed(Verdict verdict, Disposition disposition) implements RmaEvent {}
}
