package tapwright.server.main.serve;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import tapwright.server.metrics.MetricsPage;

/** The page of figures on a port of its own, which is for the seller's network and nobody else. */
final class MetricsPort {

  private static final String PATH = "/metrics";

  private MetricsPort() {}

  /** Listens; answers where the page is. */
  static URI open(Vertx vertx, Watching.Place place, MetricsPage page) {
    HttpServer http =
        Transport.plain(vertx, request -> answer(request, page), place.host(), place.port());
    return URI.create("http://" + Listening.inUrl(place.host()) + ":" + http.actualPort() + PATH);
  }

  private static void answer(HttpServerRequest request, MetricsPage page) {
    if (PATH.equals(request.path())) {
      request
          .response()
          .putHeader("Content-Type", MetricsPage.CONTENT_TYPE)
          .end(Buffer.buffer(page.bytes()));
    } else {
      request.response().setStatusCode(404).end();
    }
  }
}
