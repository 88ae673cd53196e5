package tapwright.server.console;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What a browser sends of a page, and what is done with it once it is known. */
final class Form {

  private Form() {}

  /** The field's value; empty where it is missing. */
  static String parameter(MultiMap values, String name) {
    return Objects.requireNonNullElse(values.get(name), "");
  }

  /** Goes on with the request when the work is done, on the request's own event loop. */
  static <T> void later(RoutingContext context, CompletableFuture<T> work, Consumer<T> then) {
    Context loop = context.vertx().getOrCreateContext();
    Future.fromCompletionStage(work, loop)
        .<Boolean>map(
            value -> {
              then.accept(value);
              return true;
            })
        .onFailure(context::fail);
  }
}
