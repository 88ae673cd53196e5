package tapwright.server.main;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.policy.Packs;

class RunningServerTest {

  @TempDir private Path folder;

  @Test
  void close_whileTheEventLoopIsStuck_endsAtItsLimit() throws InterruptedException {
    StickyClock clock = new StickyClock();
    RunningServer server =
        RunningServer.start(
            LocalServer.installation(folder, folder.resolve("stuck.db"), clock),
            Packs.shipped(),
            LocalServer.LOOPBACK);
    HttpClient client = HttpClient.newHttpClient();
    try {
      clock.sticks = true;
      HttpRequest hit = HttpRequest.newBuilder(server.url().resolve("/t/0000000000")).build();
      CompletableFuture<HttpResponse<String>> answer =
          client.sendAsync(hit, HttpResponse.BodyHandlers.ofString());
      clock.stuck.await();

      assertTimeoutPreemptively(Duration.ofSeconds(30), () -> server.close(Duration.ofMillis(200)));
      assertFalse(answer.isDone());
    } finally {
      clock.free.countDown();
      client.shutdownNow();
    }
  }

  /** A clock that, once it sticks, gives no time until it is freed. */
  private static final class StickyClock implements InstantSource {
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private volatile boolean sticks;

    @Override
    public Instant instant() {
      if (sticks) {
        stuck.countDown();
        try {
          free.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return Installation.CLOCK.instant();
    }
  }
}
