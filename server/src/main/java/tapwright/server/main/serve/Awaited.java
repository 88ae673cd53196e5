package tapwright.server.main.serve;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;
import tapwright.server.main.installation.ServerFault;

/** Waits for what Vert.x does, on a thread that is none of its own. */
final class Awaited {

  private Awaited() {}

  /** What comes of it; what goes wrong stops the start. */
  static <T> T of(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ServerFault(String.valueOf(cause.getMessage()), cause);
    }
  }
}
