package tapwright.agent.reader;

import tapwright.core.Bytes;

/** Response APDUs, taken apart into data and status (ISO/IEC 7816-4 section 5.1). */
final class StatusWords {

  private static final String OK = "9000";

  private StatusWords() {}

  static boolean isOk(Bytes response) {
    return of(response).equals(OK);
  }

  /** The status word as four hexadecimal digits; {@code none} when the response is too short. */
  static String of(Bytes response) {
    return response.size() < 2 ? "none" : response.sliceFrom(response.size() - 2).toHex();
  }

  /** The response without its status word. */
  static Bytes data(Bytes response) {
    return response.slice(0, Math.max(0, response.size() - 2));
  }
}
