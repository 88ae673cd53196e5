package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.core.card.Slug;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.card.Card;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.upkeep.SampleRecord;

class RunningServerTest {

  private static final int HITS = 60;

  private static final List<String> ROUNDS = List.of("clearing", "duties");

  /** Long enough for a stop to be under way, shorter than a store waits for another writer. */
  private static final long STOPPING_MILLIS = 500;

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

  @Test
  void close_whileHitsWaitToBeStored_answersAndStoresEachOfThem() throws Exception {
    RecordUrl record = RecordUrl.ofFile(folder.resolve("busy.db"));
    CountDownLatch arrived = new CountDownLatch(HITS);
    Installation installation =
        LocalServer.installation(folder, record.file(), () -> noted(arrived));
    CardId id = SampleRecord.in(installation.store(), 5).withCards(1).cards().getFirst();
    Slug slug = card(installation, id).slug();
    RunningServer server = RunningServer.start(installation, Packs.shipped(), LocalServer.LOOPBACK);
    HttpRequest hit = HttpRequest.newBuilder(server.url().resolve("/q/" + slug)).build();
    try (HttpClient client = HttpClient.newHttpClient();
        Connection other = record.connect();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < HITS; i++) {
        answers.add(client.sendAsync(hit, HttpResponse.BodyHandlers.ofString()));
      }
      arrived.await();
      Thread stop = Thread.ofPlatform().start(server::close);
      stop.join(STOPPING_MILLIS);
      statement.execute("ROLLBACK");
      stop.join();

      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        assertEquals(302, answer.join().statusCode());
      }
      try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM hit")) {
        assertEquals(HITS, rows.getInt(1));
      }
    }
  }

  @Test
  void rounds_runAsLongAsTheServerAndNoLonger() throws InterruptedException {
    Installation installation =
        LocalServer.installation(folder, folder.resolve("rounds.db"), Installation.CLOCK);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    List<Thread> rounds;
    try (RunningServer server =
        RunningServer.start(installation, Packs.shipped(), LocalServer.LOOPBACK)) {
      assertTrue(server.url().getPort() > 0);
      rounds = new ArrayList<>(Thread.getAllStackTraces().keySet());
      rounds.removeAll(before);
      rounds.removeIf(thread -> !ROUNDS.contains(thread.getName()));
    }

    assertEquals(ROUNDS, rounds.stream().map(Thread::getName).sorted().toList());
    for (Thread thread : rounds) {
      assertTrue(thread.join(Duration.ofSeconds(20)), thread + " goes on");
    }
  }

  /** Hits ask for the time on event loops, each once. */
  private static Instant noted(CountDownLatch arrived) {
    if (Thread.currentThread().getName().contains("eventloop")) {
      arrived.countDown();
    }
    return Installation.CLOCK.instant();
  }

  private static Card card(Installation installation, CardId id) {
    return installation
        .store()
        .readAcrossSellers(records -> records.cards().byId(FirstSeller.ID, id))
        .join()
        .orElseThrow();
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
