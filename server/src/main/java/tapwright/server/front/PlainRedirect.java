package tapwright.server.front;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/**
 * Sends who asks without TLS to where it is; what would change something is refused, since its
 * token was sent for all to read.
 */
public final class PlainRedirect implements Handler<HttpServerRequest> {

  private static final String REFUSED =
      "Requests without TLS are refused, and the token of this one may have been read: replace it.\n";

  private final String origin;

  /** A redirect to the place that cards' links begin with. */
  public PlainRedirect(URI publicUrl) {
    this.origin = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
  }

  @Override
  public void handle(HttpServerRequest request) {
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    if (!reads || request.headers().contains(HttpHeaders.AUTHORIZATION)) {
      SecurityHeaders.ANSWER.on(request.response()).setStatusCode(403).end(REFUSED);
    } else if (!request.uri().startsWith("/")) {
      SecurityHeaders.ANSWER.on(request.response()).setStatusCode(400).end();
    } else {
      request
          .response()
          .setStatusCode(308)
          .putHeader(HttpHeaders.LOCATION, origin + request.uri())
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
          .end();
    }
  }
}
