package tapwright.server.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;

/** The form that pages take over HTTP: kept nowhere, framed by nobody, and without any script. */
final class PageResponse {

  /** A year, as browsers' preload lists ask for (RFC 6797 section 6.1.1). */
  private static final String STRICT_TRANSPORT = "max-age=31536000";

  private final boolean secure;

  /**
   * The responses of an installation.
   *
   * @param secure whether browsers come by TLS, and shall from now on
   */
  PageResponse(boolean secure) {
    this.secure = secure;
  }

  void page(HttpServerResponse response, int status, Page.Filled page) {
    headers(response, page.policy())
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .end(Buffer.buffer(page.html()));
  }

  /** Leads to a page of ours after something was done (RFC 9110 section 15.4.4). */
  void seeOther(HttpServerResponse response, LocalPath place) {
    headers(response, "default-src 'none'; frame-ancestors 'none'")
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, place.value())
        .end();
  }

  /** Leads to another host, which settings name and no request. */
  void elsewhere(HttpServerResponse response, URI place) {
    headers(response, "default-src 'none'; frame-ancestors 'none'")
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, place.toASCIIString())
        .end();
  }

  private HttpServerResponse headers(HttpServerResponse response, String policy) {
    if (secure) {
      response.putHeader("Strict-Transport-Security", STRICT_TRANSPORT);
    }
    return response
        .putHeader("Content-Security-Policy", policy)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        // With no-referrer browsers would send forms with the origin null.
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
