package tapwright.server.tap;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import tapwright.core.ndef.Contact;

/** The forms that answers to hits take over HTTP; none is kept by a browser or on the way. */
final class CardResponses {

  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
  private static final CharSequence VCARD =
      HttpHeaders.createOptimized(Contact.MEDIA_TYPE + "; charset=utf-8");
  private static final CharSequence CSP = HttpHeaders.createOptimized("Content-Security-Policy");
  private static final CharSequence PAGE_POLICY =
      HttpHeaders.createOptimized(
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'");
  private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
  private static final CharSequence CONTENT_TYPE_OPTIONS =
      HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence REFERRER_POLICY =
      HttpHeaders.createOptimized("Referrer-Policy");
  private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
  private static final CharSequence CONTENT_DISPOSITION =
      HttpHeaders.createOptimized("Content-Disposition");
  private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");
  private static final CharSequence A_SECOND = HttpHeaders.createOptimized("1");

  private CardResponses() {}

  static void redirect(HttpServerResponse response, String target) {
    response
        .setStatusCode(302)
        .putHeader(HttpHeaders.LOCATION, target)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .end();
  }

  static void page(HttpServerResponse response, int status, Buffer page) {
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .putHeader(CSP, PAGE_POLICY)
        .putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF)
        .putHeader(REFERRER_POLICY, NO_REFERRER)
        .end(page);
  }

  static void file(HttpServerResponse response, Contact contact) {
    response
        .setStatusCode(200)
        .putHeader(HttpHeaders.CONTENT_TYPE, VCARD)
        .putHeader(CONTENT_DISPOSITION, ContactFile.disposition(contact))
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF)
        .end(Buffer.buffer(contact.vCard().toArray()));
  }

  /** The store is away or too busy; who asks again in a second may be answered. */
  static void unavailable(HttpServerResponse response, Buffer page) {
    page(response.putHeader(RETRY_AFTER, A_SECOND), 503, page);
  }

  /** The one place of a page, for every method and for good (RFC 9110, section 15.4.9). */
  static void moved(HttpServerResponse response, String place) {
    response
        .setStatusCode(308)
        .putHeader(HttpHeaders.LOCATION, place)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .end();
  }
}
