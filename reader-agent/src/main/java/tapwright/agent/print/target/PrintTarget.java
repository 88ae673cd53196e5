package tapwright.agent.print.target;

/**
 * Where print jobs go, one after the other.
 *
 * <p>A job that is printed is printed once: what cannot be known comes back as {@link
 * Delivery.Unclear}, and is never sent again by itself.
 */
public interface PrintTarget {

  /** What staff call it, as the command line has it. */
  String name();

  /** In which form it takes pages. */
  PrintLanguage language();

  /** How much goes into one job. */
  JobSize jobSize();

  /** Whether it is a file, which can be written again without harm. */
  default boolean isFile() {
    return false;
  }

  /**
   * How it is now.
   *
   * @throws PrintFault when it cannot be asked
   */
  PrinterLook look();

  /**
   * Prints one job and waits until it is known what became of it, or the watch gives up.
   *
   * @throws PrintFault when nothing of it was sent
   */
  Delivery print(PrintDocument document, DeliveryWatch watch);

  /**
   * What became of a job of an earlier run; one that still waits in the queue is taken out of it.
   *
   * @throws PrintFault when it cannot be asked
   */
  default Delivery recall(PastJob job) {
    return new Delivery.Unclear(
        "it was being sent when the run ended, and " + name() + " does not tell what it printed");
  }

  /** How much goes into one job, so that what is printed is known for each label. */
  enum JobSize {
    /** A label or a sheet: it is known to be printed before the next one is sent. */
    ONE_PAGE,
    /** All there is: a file. */
    EVERYTHING
  }
}
