package tapwright.server.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/**
 * The cookie in which a browser keeps the secret of its session.
 *
 * <p>It is sent to this host alone, with no request that another site begins, and no script reads
 * it. It has no end of its own: sessions end on record.
 */
public final class SessionCookie {

  /** RFC 6265bis section 4.1.3.2: no other host can have set a cookie whose name begins so. */
  private static final String HOST_PREFIX = "__Host-";

  private static final String NAME = "tapwright-session";

  private final boolean secure;

  /**
   * The cookie of an installation.
   *
   * @param secure whether browsers come by TLS; a cookie of that name is refused without
   */
  public SessionCookie(boolean secure) {
    this.secure = secure;
  }

  /** Whether browsers come by TLS. */
  public boolean isSecure() {
    return secure;
  }

  /** Its name, which says whether it came by TLS. */
  String name() {
    return secure ? HOST_PREFIX + NAME : NAME;
  }

  /** The secret that the browser shows. */
  Optional<String> shown(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(name())).map(Cookie::getValue);
  }

  /** Gives the browser a secret to keep, instead of whatever it had. */
  public void give(HttpServerResponse response, String secret) {
    response.addCookie(cookie(secret));
  }

  /** Takes the secret from the browser. */
  public void take(HttpServerResponse response) {
    response.addCookie(cookie("").setMaxAge(0));
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(name(), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.STRICT);
  }
}
