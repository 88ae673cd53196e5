package tapwright.server.app.access;

import tapwright.core.RefusalCode;

/** Why somebody is not let in, or what lets them in is not made. */
public enum AccessRefusal implements RefusalCode {
  /** The token was good until it ended. */
  TOKEN_EXPIRED(
      "token-expired", "the token of {name} ended at {at}; ask who runs the server for a new one"),
  /** Somebody took the token out of use. */
  TOKEN_REVOKED(
      "token-revoked",
      "the token of {name} was revoked at {at}; ask who runs the server for a new one"),
  /** A token may hold for some time and no longer. */
  TOKEN_DAYS("token-days-outside", "days are {seen}, allowed are 1 to {allowed}"),
  /** A machine's name has another form. */
  TOKEN_NAME(
      "token-name-invalid",
      "name is {seen}, allowed are 1 to 40 letters, digits, spaces and . _ -"),
  /** The code opens nothing: it never was, was used, or has ended. */
  CODE_REFUSED(
      "enrolment-code-refused",
      "the code opens nothing, allowed is one that was made in the last {minutes} minutes and not"
          + " used yet; ask for a new one"),
  /** Somebody seems to guess. */
  TRIES_LIMITED(
      "enrolment-tries-limited",
      "{count} wrong codes came within a minute; wait a minute, then try again"),
  /** No station of this seller has the id. */
  STATION_UNKNOWN(
      "station-unknown", "station is {station}, allowed is the id of a station of yours"),
  /** A seller of this name exists. */
  SELLER_TAKEN("seller-taken", "seller is {seller}, allowed is a name that no seller has"),
  /** Links cannot begin so. */
  HOST_INVALID(
      "seller-host-invalid",
      "host is {host}, allowed is a name as in cards.example.com, in lower case and without https://"),
  /** Another seller's links begin so. */
  HOST_TAKEN("seller-host-taken", "host is {host}, allowed is one that no other seller has");

  private final String code;
  private final String template;

  AccessRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
