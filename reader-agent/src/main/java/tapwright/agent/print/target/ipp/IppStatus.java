package tapwright.agent.print.target.ipp;

import java.util.Map;

/**
 * How a request went (RFC 8011, appendix B).
 *
 * @param code as in the reply
 */
public record IppStatus(int code) {

  public static final IppStatus NOT_FOUND = new IppStatus(0x0406);
  public static final IppStatus GONE = new IppStatus(0x0407);

  /** Below this a request was carried out, if perhaps without some of its wishes. */
  private static final int FIRST_REDIRECTION = 0x0200;

  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry(0x0400, "it does not understand the request"),
          Map.entry(0x0401, "it does not let this user print"),
          Map.entry(0x0402, "it wants a login"),
          Map.entry(0x0403, "it does not let this user print"),
          Map.entry(0x0404, "it cannot do that now"),
          Map.entry(0x0406, "there is no such printer or job"),
          Map.entry(0x0407, "the printer or job is gone"),
          Map.entry(0x0408, "the document is too large for it"),
          Map.entry(0x040A, "it does not print this kind of document"),
          Map.entry(0x0500, "the print service failed"),
          Map.entry(0x0501, "it cannot do that at all"),
          Map.entry(0x0502, "the print service is not available"),
          Map.entry(0x0504, "the device failed"),
          Map.entry(0x0505, "it failed for now"),
          Map.entry(0x0506, "the queue rejects jobs"),
          Map.entry(0x0507, "the queue is too busy"),
          Map.entry(0x050A, "the printer is switched off for printing"),
          Map.entry(0x050B, "the queue holds as many jobs as it may"));

  public boolean isSuccess() {
    return code < FIRST_REDIRECTION;
  }

  /** Whether what was asked after is not there, or no more. */
  public boolean isMissing() {
    return equals(NOT_FOUND) || equals(GONE);
  }

  /** What it says of the printer, as a clause. */
  public String words() {
    return WORDS.getOrDefault(code, "it refuses with IPP status %04x".formatted(code));
  }
}
