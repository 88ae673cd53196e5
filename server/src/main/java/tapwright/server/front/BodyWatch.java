package tapwright.server.front;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** Ends requests whose body does not come within its time, with 408 (RFC 9110 section 15.5.9). */
public final class BodyWatch {

  private final Vertx vertx;
  private final FrontLimits limits;

  public BodyWatch(Vertx vertx, FrontLimits limits) {
    this.vertx = vertx;
    this.limits = limits;
  }

  /** Watches requests that may have a body before they are handled. */
  public Handler<HttpServerRequest> before(Handler<HttpServerRequest> inside) {
    return request -> {
      HttpMethod method = request.method();
      if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
        watch(request);
      }
      inside.handle(request);
    };
  }

  private void watch(HttpServerRequest request) {
    long timer = vertx.setTimer(limits.body().toMillis(), late -> end(request));
    request.response().endHandler(answered -> vertx.cancelTimer(timer));
    request.response().closeHandler(gone -> vertx.cancelTimer(timer));
  }

  private static void end(HttpServerRequest request) {
    if (request.isEnded() || request.response().headWritten()) {
      return;
    }
    request
        .response()
        .setStatusCode(408)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end()
        .onComplete(said -> request.connection().close());
  }
}
