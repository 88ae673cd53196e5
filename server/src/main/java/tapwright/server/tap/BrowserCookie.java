package tapwright.server.tap;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import tapwright.core.tap.LinkKind;
import tapwright.server.security.BrowserMark;

/** The cookie by which a browser is known again for a while, on one link of one card. */
final class BrowserCookie {

  private static final String NAME = "tw";
  private static final String END = "; HttpOnly; SameSite=Lax";
  private static final String SECURE = "; Secure";

  private final BrowserMark marks;
  private final String end;

  /**
   * A cookie.
   *
   * @param secure whether browsers come by TLS, and shall send it by nothing else
   */
  BrowserCookie(BrowserMark marks, boolean secure) {
    this.marks = marks;
    this.end = secure ? END + SECURE : END;
  }

  /** Whether the browser's last counted hit on the link was a moment ago. */
  boolean repeats(HttpServerRequest request, LinkKind link, Instant now) {
    if (!request.headers().contains(HttpHeaders.COOKIE)) {
      return false;
    }
    Cookie cookie = request.getCookie(NAME);
    return cookie != null
        && marks.isFresh(cookie.getValue(), place(request, link), now, limit(link));
  }

  /**
   * Has the browser keep that it was counted now (RFC 6265, section 4.1.1).
   *
   * <p>Spelt by hand: with Max-Age no browser needs Expires, whose date costs more than all else.
   * Who asks by a path that would end the attribute is not known again.
   */
  void remember(HttpServerRequest request, LinkKind link, Instant now) {
    String place = place(request, link);
    if (place.indexOf(';') < 0) {
      String mark = marks.of(place, now);
      request
          .response()
          .putHeader(
              HttpHeaders.SET_COOKIE,
              NAME + "=" + mark + "; Max-Age=" + kept(link).toSeconds() + "; Path=" + place + end);
    }
  }

  /** Page and file of a contact are one place, so that who opens and then saves counts once. */
  private static String place(HttpServerRequest request, LinkKind link) {
    String path = request.path();
    return link == LinkKind.CONTACT
        ? path.substring(0, path.length() - ContactFile.PATH_END.length())
        : path;
  }

  /** Saving may follow later than a second look at the page. */
  private static Duration limit(LinkKind link) {
    return link == LinkKind.CONTACT ? BrowserMark.FRESH_FOR_SAVING : BrowserMark.FRESH;
  }

  private static Duration kept(LinkKind link) {
    return switch (link) {
      case CHIP, PRINT -> BrowserMark.FRESH;
      case SHARE, CONTACT -> BrowserMark.FRESH_FOR_SAVING;
    };
  }
}
