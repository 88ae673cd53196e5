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
      "token-missing", "Authorization is missing, allowed is Bearer and a token of scope {scope}"),
  /** Who asks says it in another way than with a token. */
  SCHEME_REFUSED(
      "scheme-refused",
      "Authorization has the scheme {seen}, allowed is Bearer and a token of scope {scope}"),
  /** The token is none of ours, or was revoked. */
  TOKEN_REFUSED(
      "token-refused",
      "Authorization opens nothing, allowed is Bearer and a token of scope {scope} that is in force"),
  /** The token is good for something else. */
  SCOPE_REFUSED("scope-refused", "token has scope {seen}, allowed for this path is {scope}"),
  /** The request is not what the document says. */
  REQUEST_INVALID("request-invalid", "{count} not what /openapi.json says: {first}"),
  /** The body is larger than is read. */
  BODY_TOO_LARGE("body-too-large", "body is larger than allowed, {allowed} bytes"),
  /** The body is none that this path reads. */
  MEDIA_TYPE("media-type-unknown", "Content-Type is {seen}, allowed is {allowed}"),
  /** More waits to be stored than the queue holds. */
  OVERLOADED("overloaded", "too much is waiting to be stored; nothing was done, send it again"),
  /** The record cannot be reached. */
  STORE_AWAY("store-away", "the record cannot be reached; nothing was done, send it again"),
  /** The record went away while it committed. */
  STORE_IN_DOUBT(
      "store-in-doubt",
      "the record went away before it said whether this was done; send it again with the same"
          + " Idempotency-Key, or look first"),
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
