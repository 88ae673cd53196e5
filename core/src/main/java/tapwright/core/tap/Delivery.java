package tapwright.core.tap;

/** How a hit comes onto the record. */
public enum Delivery {
  /** Before it is answered. */
  AT_ONCE,

  /**
   * After it was answered: it waited in a journal while the record could not be reached, for as
   * long as that took, and reads that came after it may have been counted elsewhere meanwhile.
   */
  JOURNALED
}
