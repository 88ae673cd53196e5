package tapwright.server.tap;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The event loops that requests came in on, each as one executor however many connections it has.
 */
final class EventLoops {

  private final Map<Thread, Executor> loops = new ConcurrentHashMap<>();

  /** The loop whose thread calls this. */
  Executor current(Vertx vertx) {
    return loops.computeIfAbsent(
        Thread.currentThread(), thread -> executor(vertx.getOrCreateContext()));
  }

  private static Executor executor(Context context) {
    return work -> context.runOnContext(ignored -> work.run());
  }
}
