package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that is killed while it journals hits, because another process holds its record, and
 * again while it puts them on record: each hit that was answered is there, once.
 */
@Tag("kill")
class SpoolKillTest {

  private static final List<String> SPOOLING = List.of("--when-store-away", "spool");
  private static final int PHONES = 4;
  private static final int ANSWERS = 400;

  @TempDir private Path home;

  private final Set<Integer> answered = ConcurrentHashMap.newKeySet();
  private final AtomicInteger nextCounter = new AtomicInteger(SampleCard.BASELINE);

  @ParameterizedTest
  @ValueSource(longs = 1)
  void killedWhileHitsWaitAndWhileTheyAreDrained_losesNoneAndCountsEachOnce(long seed)
      throws Exception {
    Random random = new Random(seed);
    SampleCard card = makeCard();
    ServerProcess node = ServerProcess.start(home, SPOOLING);
    assertEquals(302, hit(node.url(), card));
    try (Connection other = DriverManager.getConnection(record());
        Statement holder = other.createStatement()) {
      holder.execute("BEGIN IMMEDIATE");
      hitUntilKilled(node, card);
    }
    assertTrue(Files.size(spool()) > 0, "hits waited");
    ServerProcess.startAndKill(home, SPOOLING, Duration.ofMillis(500 + random.nextInt(4_000)));
    try (ServerProcess again = ServerProcess.start(home, SPOOLING)) {
      assertEquals(302, hit(again.url(), card));
    }

    assertEquals(0, Files.size(spool()));
    Map<Integer, Integer> stored = storedTaps();
    assertEquals(List.of(), missingIn(stored.keySet()), "answered but not on record, seed " + seed);
    stored.forEach((counter, times) -> assertEquals(1, times, "seed " + seed + ": " + counter));
  }

  private String record() {
    return "jdbc:sqlite:" + home.resolve("tapwright.db");
  }

  private Path spool() {
    return home.resolve("hits.spool");
  }

  private SampleCard makeCard() {
    SampleShop.Tokens tokens = Fleet.tokens(home);
    try (ServerProcess node = ServerProcess.start(home, List.of());
        SampleShop shop = new SampleShop(node.url(), tokens)) {
      return shop.cards(2).getLast();
    }
  }

  private void hitUntilKilled(ServerProcess node, SampleCard card) throws InterruptedException {
    CountDownLatch enough = new CountDownLatch(ANSWERS);
    List<Thread> phones =
        IntStream.range(0, PHONES)
            .mapToObj(i -> Thread.ofPlatform().start(() -> hitUntilGone(node.url(), card, enough)))
            .toList();
    enough.await();
    node.kill();
    for (Thread phone : phones) {
      phone.join();
    }
  }

  private void hitUntilGone(URI node, SampleCard card, CountDownLatch enough) {
    try {
      while (hit(node, card) == 302) {
        enough.countDown();
      }
    } catch (IOException e) {
      // The server is gone, which is what the test waits for: what was not answered may be lost.
      return;
    }
  }

  private int hit(URI node, SampleCard card) throws IOException {
    int counter = nextCounter.incrementAndGet();
    HitRequest request =
        new HitRequest(HitKind.FRESH, HitRequest.get(card.read(counter)), new Tally());
    try (Wire wire = new Wire(node)) {
      wire.send(request);
      int status = wire.status(request);
      if (status == 302) {
        answered.add(counter);
      }
      return status;
    }
  }

  private List<Integer> missingIn(Collection<Integer> stored) {
    return answered.stream().filter(counter -> !stored.contains(counter)).sorted().toList();
  }

  private Map<Integer, Integer> storedTaps() throws SQLException {
    Map<Integer, Integer> taps = new HashMap<>();
    try (Connection connection = DriverManager.getConnection(record());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT counter FROM hit WHERE class = 'tap'")) {
      while (rows.next()) {
        taps.merge(rows.getInt(1), 1, Integer::sum);
      }
    }
    return taps;
  }
}
