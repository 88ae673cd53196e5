package tapwright.server.front;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/**
 * The headers by which a browser is told what an answer may not do; a redirect needs none of them.
 */
public enum SecurityHeaders {
  /** A page: nothing is loaded, run, framed or sent from it but what its own policy names. */
  PAGE(
      Header.NO_STORE,
      Header.NO_SNIFF,
      new Header("Referrer-Policy", "no-referrer"),
      new Header(
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), nfc=(), payment=(), usb=()"),
      new Header("Cross-Origin-Opener-Policy", "same-origin"),
      new Header("Cross-Origin-Resource-Policy", "same-origin")),
  /** An answer of the API, or a file to save: no page at all, whatever it is opened with. */
  ANSWER(
      Header.NO_STORE,
      Header.NO_SNIFF,
      new Header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"));

  private static final CharSequence CONTENT_SECURITY_POLICY =
      HttpHeaders.createOptimized("Content-Security-Policy");

  // List.of is immutable, and so are header names that are optimized.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Header> headers;

  /** A header as it is sent. */
  private record Header(CharSequence name, CharSequence value) {

    static final Header NO_STORE = new Header("Cache-Control", "no-store");
    static final Header NO_SNIFF = new Header("X-Content-Type-Options", "nosniff");

    Header {
      name = HttpHeaders.createOptimized(name.toString());
      value = HttpHeaders.createOptimized(value.toString());
    }
  }

  SecurityHeaders(Header... headers) {
    this.headers = List.of(headers);
  }

  /** Puts them on an answer. */
  public HttpServerResponse on(HttpServerResponse response) {
    for (Header header : headers) {
      response.putHeader(header.name(), header.value());
    }
    return response;
  }

  /**
   * Puts those of a page on an answer.
   *
   * @param policy the page's own Content-Security-Policy
   */
  public static HttpServerResponse onPage(HttpServerResponse response, CharSequence policy) {
    return PAGE.on(response).putHeader(CONTENT_SECURITY_POLICY, policy);
  }
}
