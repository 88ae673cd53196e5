package tapwright.server.tap;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import tapwright.core.ndef.Contact;
import tapwright.server.front.PagePolicy;
import tapwright.server.front.SecurityHeaders;
import tapwright.server.page.Template;

/** The forms that answers to hits take over HTTP; none is kept by a browser or on the way. */
final class CardResponses {

  static final String CARD_PAGE = "card-page.html";
  static final String SHARE_PAGE = "share-page.html";

  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
  private static final CharSequence VCARD =
      HttpHeaders.createOptimized(Contact.MEDIA_TYPE + "; charset=utf-8");

  /** Both pages bring their styles along, so one policy names those of both. */
  private static final CharSequence PAGE_POLICY =
      HttpHeaders.createOptimized(
          PagePolicy.of(template(CARD_PAGE).text(), template(SHARE_PAGE).text()));

  private static final CharSequence CONTENT_DISPOSITION =
      HttpHeaders.createOptimized("Content-Disposition");
  private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");
  private static final CharSequence A_SECOND = HttpHeaders.createOptimized("1");

  private CardResponses() {}

  /** One of the two pages, with its places empty. */
  static Template template(String page) {
    return Template.of(CardResponses.class, page);
  }

  static void redirect(HttpServerResponse response, String target) {
    response
        .setStatusCode(302)
        .putHeader(HttpHeaders.LOCATION, target)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .end();
  }

  static void page(HttpServerResponse response, int status, Buffer page) {
    SecurityHeaders.onPage(response, PAGE_POLICY)
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
        .end(page);
  }

  static void file(HttpServerResponse response, Contact contact) {
    SecurityHeaders.ANSWER
        .on(response)
        .setStatusCode(200)
        .putHeader(HttpHeaders.CONTENT_TYPE, VCARD)
        .putHeader(CONTENT_DISPOSITION, ContactFile.disposition(contact))
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
