package tapwright.server.main.serve;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import tapwright.server.front.FrontSettings;
import tapwright.server.front.PlainRedirect;

/** What requests meet first: nobody is in until the server is whole. */
final class Door implements Handler<HttpServerRequest> {

  /**
   * Strict-Transport-Security (RFC 6797 section 6.1) for a year; of other hosts it says nothing.
   */
  private static final CharSequence STRICT =
      HttpHeaders.createOptimized("Strict-Transport-Security");

  private static final CharSequence A_YEAR = HttpHeaders.createOptimized("max-age=31536000");

  private volatile Handler<HttpServerRequest> inside =
      request -> request.response().setStatusCode(503).putHeader("Retry-After", "1").end();

  void open(Handler<HttpServerRequest> router) {
    inside = router;
  }

  /** Lets in who comes by TLS only, where the server is met so. */
  void open(Handler<HttpServerRequest> router, FrontSettings front, URI publicUrl) {
    Handler<HttpServerRequest> in = front.tls().isPresent() ? strict(router) : router;
    open(
        "https".equalsIgnoreCase(publicUrl.getScheme()) && !front.proxies().ranges().isEmpty()
            ? redirecting(in, front, new PlainRedirect(publicUrl))
            : in);
  }

  private static Handler<HttpServerRequest> strict(Handler<HttpServerRequest> router) {
    return request -> {
      request.response().putHeader(STRICT, A_YEAR);
      router.handle(request);
    };
  }

  private static Handler<HttpServerRequest> redirecting(
      Handler<HttpServerRequest> in, FrontSettings front, PlainRedirect redirect) {
    return request -> (front.proxies().cameInTheClear(request) ? redirect : in).handle(request);
  }

  @Override
  public void handle(HttpServerRequest request) {
    inside.handle(request);
  }
}
