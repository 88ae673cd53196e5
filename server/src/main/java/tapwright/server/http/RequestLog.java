package tapwright.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.app.IdSource;

/**
 * Gives each request an id that its answer carries, and says in the log what became of it.
 *
 * <p>A line names method, route, status, time and id: no address, no query, no header, no body, and
 * of the path its pattern alone. Hits are no matter of this log, since each is on record.
 */
public final class RequestLog {

  /** The header that carries the id, in requests and in answers. */
  public static final String HEADER = "X-Request-Id";

  /** The logger, which whoever runs the server switches on. */
  public static final String LOGGER = "tapwright.requests";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

  /** What a proxy in front may call a request; nothing that could pretend to be a line or field. */
  private static final Pattern FROM_OUTSIDE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private static final long NANOS_A_MICRO = 1_000;

  private final IdSource ids;
  private final LongSupplier nanos;
  private final RequestWatch watch;
  private final RoutePatterns patterns = new RoutePatterns();

  /**
   * A log.
   *
   * @param nanos a clock that only runs forward
   */
  public RequestLog(IdSource ids, LongSupplier nanos, RequestWatch watch) {
    this.ids = ids;
    this.nanos = nanos;
    this.watch = watch;
  }

  /** Looks at all requests that no route before this one has answered. */
  public void mount(Router router) {
    router.route().handler(this::enter);
  }

  private void enter(RoutingContext context) {
    String id = id(context.request().getHeader(HEADER));
    long begun = nanos.getAsLong();
    context.response().putHeader(HEADER, id);
    context.addEndHandler(ended -> note(context, id, nanos.getAsLong() - begun));
    context.next();
  }

  private String id(@Nullable String sent) {
    return sent != null && FROM_OUTSIDE.matcher(sent).matches() ? sent : ids.next();
  }

  private void note(RoutingContext context, String id, long took) {
    RequestWatch.Ended request =
        new RequestWatch.Ended(
            method(context.request().method()),
            route(context),
            context.response().getStatusCode(),
            took);
    watch.ended(request);
    LOG.atInfo()
        .addKeyValue("method", request.method())
        .addKeyValue("route", request.route())
        .addKeyValue("status", request.status())
        .addKeyValue("micros", took / NANOS_A_MICRO)
        .addKeyValue("requestId", id)
        .log("request");
  }

  private static String method(HttpMethod method) {
    return METHODS.contains(method) ? method.name() : "other";
  }

  /** The pattern of the path; of a page that no document tells, that of its route. */
  private String route(RoutingContext context) {
    String known = patterns.of(context.normalizedPath());
    return known.equals(RoutePatterns.OTHER)
        ? Optional.ofNullable(context.currentRoute()).map(Route::getPath).orElse(known)
        : known;
  }
}
