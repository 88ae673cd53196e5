package tapwright.agent.print.target;

/** Who follows a print job on its way. */
public interface DeliveryWatch {

  /** The queue has a number for the job; called before any of it is sent, where the way allows. */
  void accepted(JobTicket ticket);

  /** The job waits, and this is why; called when that changes. */
  void waits(PrinterLook look);

  /** Whether it is still waited for; false gives the job up as far as it can be. */
  boolean goesOn();
}
