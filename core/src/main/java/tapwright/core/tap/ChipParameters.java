package tapwright.core.tap;

/**
 * What a chip put into the query of its link, each value as it was sent; empty where it is missing.
 *
 * <p>A signed message is never shown, since who has it can use it.
 *
 * @param mirror {@code m}, which an NTAG21x fills in
 * @param enciphered {@code e}, which an NTAG 424 DNA fills in: its UID and counter
 * @param code {@code c}, which an NTAG 424 DNA fills in: the signature over both
 */
public record ChipParameters(String mirror, String enciphered, String code) {

  /** A link that no chip filled in. */
  public static final ChipParameters NONE = new ChipParameters("", "", "");

  /** Longer than anything that a chip writes, so that what is cut off here is malformed anyway. */
  private static final int VALUE_LIMIT = 64;

  /** The link of a chip that mirrors its UID and counter. */
  public static ChipParameters mirrored(String mirror) {
    return new ChipParameters(mirror, "", "");
  }

  /** As they were sent: what a chip writes needs no escapes, so one makes it malformed. */
  public static ChipParameters in(String query) {
    return query.isEmpty()
        ? NONE
        : new ChipParameters(value(query, "m="), value(query, "e="), value(query, "c="));
  }

  /** The first value of the parameter; empty when there is none. */
  private static String value(String query, String start) {
    for (int at = 0; at < query.length(); at = next(query, at)) {
      if (query.startsWith(start, at)) {
        int from = at + start.length();
        return query.substring(from, Math.min(end(query, from), from + VALUE_LIMIT));
      }
    }
    return "";
  }

  private static int next(String query, int at) {
    return end(query, at) + 1;
  }

  private static int end(String query, int from) {
    int end = query.indexOf('&', from);
    return end < 0 ? query.length() : end;
  }

  boolean isSigned() {
    return !enciphered.isEmpty() || !code.isEmpty();
  }

  @Override
  public String toString() {
    return "mirror '" + mirror + "'" + (isSigned() ? " and a signed message" : "");
  }
}
