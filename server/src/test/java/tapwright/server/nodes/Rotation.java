package tapwright.server.nodes;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The nodes that a balancer sends requests to: those that say that they are ready, in turn. */
final class Rotation implements AutoCloseable {

  private static final Duration LOOKS_EVERY = Duration.ofMillis(100);

  private final List<URI> nodes = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

  Rotation() {
    ScheduledFuture<?> _ =
        looking.scheduleWithFixedDelay(
            () -> nodes.removeIf(node -> !isReady(node)),
            0,
            LOOKS_EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Sends requests to this node too, as long as it is ready. */
  void add(URI node) {
    nodes.add(node);
  }

  /** Whose turn it is. */
  URI next() {
    List<URI> now = List.copyOf(nodes);
    if (now.isEmpty()) {
      throw new AssertionError("no node is ready");
    }
    return now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
  }

  private static boolean isReady(URI node) {
    try {
      HttpURLConnection asked =
          (HttpURLConnection) node.resolve("/health/ready").toURL().openConnection();
      return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
