package tapwright.agent.print.target;

/** What became of a print job, as far as it can be known from here. */
public sealed interface Delivery {

  /** Printed, as the target says itself. */
  record Printed() implements Delivery {}

  /**
   * Taken by a target that does not tell what it prints.
   *
   * @param why it does not tell
   */
  record HandedOver(String why) implements Delivery {}

  /**
   * Nothing of it was printed, and nothing of it will be.
   *
   * @param why not
   */
  record NotPrinted(String why) implements Delivery {}

  /**
   * Whether it was printed cannot be known from here; a person must look.
   *
   * @param why it is not known
   */
  record Unclear(String why) implements Delivery {}
}
