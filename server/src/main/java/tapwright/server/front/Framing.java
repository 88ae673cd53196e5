package tapwright.server.front;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * Requests that two readers could take for two: whose body says itself where it ends (RFC 9112
 * section 6.1), or that name two hosts (section 3.2).
 *
 * <p>The decoder drops a Content-Length that stands beside a Transfer-Encoding without a word, so
 * the two cannot be told from a Transfer-Encoding alone. Hence each such request is the last that
 * is taken from its connection: what was smuggled behind it is never read as another.
 */
final class Framing {

  private static final String CHUNKED = "chunked";

  private Framing() {}

  /** Lets in what is chunked and nothing else; tells the client to take another connection. */
  static Handler<HttpServerRequest> before(Handler<HttpServerRequest> inside) {
    return request -> {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
      if (codings.size() == 1 && codings.getFirst().strip().equalsIgnoreCase(CHUNKED)) {
        inside.handle(request);
      } else {
        refuse(request);
      }
    };
  }

  /** RFC 9112 section 3.2: of two, another reader on the way may have taken the other. */
  static boolean namesTwoHosts(HttpServerRequest request) {
    return request.headers().getAll(HttpHeaders.HOST).size() > 1;
  }

  static void refuse(HttpServerRequest request) {
    request
        .response()
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .setStatusCode(400)
        .end()
        .onComplete(said -> request.connection().close());
  }
}
