package tapwright.server.console;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie in which a browser keeps a sign-in that it began at an identity provider.
 *
 * <p>Unlike a session's it has to come with a request that another site begins: the provider leads
 * the browser back.
 *
 * @param secure whether browsers come by TLS
 */
record ProviderCookie(boolean secure) {

  private static final Duration KEPT = Duration.ofMinutes(10);

  private String name() {
    return secure ? "__Host-tapwright-provider" : "tapwright-provider";
  }

  String shown(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(name())).map(Cookie::getValue).orElse("");
  }

  void give(HttpServerResponse response, String kept) {
    response.addCookie(cookie(kept).setMaxAge(KEPT.toSeconds()));
  }

  void take(HttpServerResponse response) {
    response.addCookie(cookie("").setMaxAge(0));
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(name(), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.LAX);
  }
}
