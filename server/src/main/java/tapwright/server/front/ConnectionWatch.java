package tapwright.server.front;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections that hold a place and ask for nothing, however busily they trickle.
 *
 * <p>An idle timeout sees what the decoder lets through: it knows no first head, which is due
 * sooner, and each byte of a body begins it anew. Time is counted in ticks of a second: a request
 * on the hot path costs one look-up and one write.
 */
public final class ConnectionWatch {

  private static final long TICK_MILLIS = 1_000;

  private final Map<HttpConnection, Watched> open = new ConcurrentHashMap<>();
  private final FrontLimits limits;
  private volatile int tick;

  /** A connection: whether it has asked, whether for the last time, and when it did or opened. */
  private static final class Watched {
    private volatile boolean isAtItsLast;
    private volatile boolean hasAsked;
    private volatile int since;

    Watched(int since) {
      this.since = since;
    }
  }

  private ConnectionWatch(FrontLimits limits) {
    this.limits = limits;
  }

  /** A watch that looks once a second, as long as Vert.x runs. */
  public static ConnectionWatch start(Vertx vertx, FrontLimits limits) {
    ConnectionWatch watch = new ConnectionWatch(limits);
    vertx.setPeriodic(TICK_MILLIS, timer -> watch.tick());
    return watch;
  }

  /** Takes a connection in, or closes it where there are as many as may be. */
  public void opened(HttpConnection connection) {
    if (open.size() >= limits.connections()) {
      connection.close();
      return;
    }
    open.put(connection, new Watched(tick));
    connection.closeHandler(closed -> open.remove(connection));
  }

  /** Notes that the head of a request is there, and lets it in where its connection may go on. */
  public Handler<HttpServerRequest> before(Handler<HttpServerRequest> inside) {
    return request -> {
      Watched watched = open.get(request.connection());
      if (watched == null || watched.isAtItsLast) {
        request.connection().close();
        return;
      }
      watched.hasAsked = true;
      watched.since = tick;
      if (Framing.namesTwoHosts(request)) {
        watched.isAtItsLast = true;
        Framing.refuse(request);
        return;
      }
      if (!request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
        inside.handle(request);
        return;
      }
      // Where such a body ends, another reader on the way may have seen otherwise.
      watched.isAtItsLast = true;
      Framing.before(inside).handle(request);
    };
  }

  private void tick() {
    int now = tick + 1;
    tick = now;
    open.forEach(
        (connection, watched) -> {
          if (now - watched.since > seconds(watched.hasAsked ? limits.request() : limits.head())) {
            connection.close();
          }
        });
  }

  private static long seconds(Duration limit) {
    return limit.toSeconds();
  }
}
