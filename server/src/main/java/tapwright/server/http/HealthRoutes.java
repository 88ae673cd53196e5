package tapwright.server.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import tapwright.server.app.watch.Readiness;

/** Whether the process lives, and whether it should be sent requests. */
public final class HealthRoutes {

  private final Readiness readiness;

  public HealthRoutes(Readiness readiness) {
    this.readiness = readiness;
  }

  /** Adds both to the router. */
  public void mount(Router router) {
    router
        .get(Endpoint.LIVE.path())
        .handler(context -> Reply.ok(status("up")).send(context.response()));
    router.get(Endpoint.READY.path()).handler(this::ready);
  }

  private void ready(RoutingContext context) {
    Context loop = context.vertx().getOrCreateContext();
    Future.fromCompletionStage(readiness.now(), loop)
        .onComplete(state -> reply(state).send(context.response()), context::fail);
  }

  private static Reply reply(Readiness.State state) {
    return switch (state) {
      case READY -> Reply.ok(status("ready"));
      case STOPPING -> Reply.refused(HttpRefusal.NOT_READY.with("seen", "stopping"));
      case RECORD_AWAY -> Reply.refused(HttpRefusal.NOT_READY.with("seen", "without its record"));
      case SCHEMA_NEWER ->
          Reply.refused(HttpRefusal.NOT_READY.with("seen", "older than the record's schema"));
    };
  }

  private static Map<String, String> status(String word) {
    return Map.of("status", word);
  }
}
