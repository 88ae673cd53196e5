package tapwright.server.http;

import tapwright.core.Refusal;
import tapwright.core.RefusalCode;

/** Why a request does not reach a use case, or its answer does not come back. */
enum HttpRefusal implements RefusalCode {
  /** The path is none of ours. */
  ROUTE_UNKNOWN("route-unknown", "path is {path}, allowed are the paths in /openapi.json"),
  /** The path is ours, the method is not one of its methods. */
  METHOD_NOT_ALLOWED("method-not-allowed", "method is {method}, allowed for this path: {allowed}"),
  /** Nobody says who asks. */
  TOKEN_MISSING(
      "token-missing", "Authorization is missing, allowed is Bearer and a token of role {roles}"),
  /** Who asks says it in another way than with a token. */
  SCHEME_REFUSED(
      "scheme-refused",
      "Authorization has the scheme {seen}, allowed is Bearer and a token of role {roles}"),
  /** The token is none of ours, or was revoked. */
  TOKEN_REFUSED(
      "token-refused",
      "Authorization opens nothing, allowed is Bearer and a token of role {roles} that is in"
          + " force"),
  /** Who asks is known, and may do other things only. */
  ROLE_REFUSED("role-refused", "your role is {seen}, allowed for this path: {roles}"),
  /** The session has ended, or never was. */
  SESSION_REFUSED(
      "session-refused",
      "the cookie opens nothing, allowed is that of a session in force; sign in again"),
  /** A page of another site sent it, with the cookie of whoever looked at that page. */
  ORIGIN_REFUSED("origin-refused", "the request comes from {seen}, allowed is a page of this host"),
  /** Who sent it cannot read the pages of the session. */
  MARK_REFUSED(
      "form-mark-refused",
      "X-CSRF-Token is {seen}, allowed is what GET /api/v1/session gives this session"),
  /** The request is not what the document says. */
  REQUEST_INVALID("request-invalid", "{count} not what /openapi.json says: {first}"),
  /** One token asks for more than the server answers to one. */
  RATE_EXCEEDED(
      "rate-exceeded",
      "more than {allowed} requests came within a minute by the same token or session; wait"
          + " {seconds} seconds, then try again"),
  /** The body is larger than is read. */
  BODY_TOO_LARGE("body-too-large", "body is larger than allowed, {allowed} bytes"),
  /** The body is none that this path reads. */
  MEDIA_TYPE("media-type-unknown", "Content-Type is {seen}, allowed is {allowed}"),
  /** The body is packed. */
  CONTENT_ENCODING(
      "content-encoding-refused",
      "Content-Encoding is {seen}, allowed is none: send the body as it is"),
  /** More waits to be stored than the queue holds. */
  OVERLOADED("overloaded", "too much is waiting to be stored; nothing was done, send it again"),
  /** The record cannot be reached. */
  STORE_AWAY("store-away", "the record cannot be reached; nothing was done, send it again"),
  /** The record went away while it committed. */
  STORE_IN_DOUBT(
      "store-in-doubt",
      "the record went away before it said whether this was done; send it again with the same"
          + " Idempotency-Key, or look first"),
  /** The node should not be sent requests just now. */
  NOT_READY("not-ready", "the node is {seen}, allowed is ready; send requests to another"),
  /** Our own mistake. */
  DEFECT("defect", "a mistake of ours, which the log of the server tells; nothing was done");

  private final String code;
  private final String template;

  HttpRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  /** That so many fields are not what the document says, and what is wrong with the first. */
  static Refusal invalid(int count, String first) {
    return REQUEST_INVALID.with(
        "count", count == 1 ? "1 field is" : count + " fields are", "first", first);
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
