package tapwright.agent.print.target.ipp;

/** What a printer is asked to do (RFC 8011, section 5.4.15; CUPS-Get-Printers: CUPS' own). */
public enum IppOperation {
  CREATE_JOB(0x0005),
  SEND_DOCUMENT(0x0006),
  CANCEL_JOB(0x0008),
  GET_JOB_ATTRIBUTES(0x0009),
  GET_JOBS(0x000A),
  GET_PRINTER_ATTRIBUTES(0x000B),
  CUPS_GET_PRINTERS(0x4002);

  private final int code;

  IppOperation(int code) {
    this.code = code;
  }

  /** Its number in a request and in {@code operations-supported}. */
  public int code() {
    return code;
  }
}
