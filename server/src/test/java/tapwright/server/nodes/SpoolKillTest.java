package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
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
  private static final int ANSWERS = 200;

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(longs = 1)
  void killedWhileHitsWaitAndWhileTheyAreDrained_losesNoneAndCountsEachOnce(long seed)
      throws Exception {
    Random random = new Random(seed);
    ReadSeries reads = new ReadSeries(makeCard());
    ServerProcess node = ServerProcess.start(home, SPOOLING);
    assertEquals(302, reads.hit(node.url()));
    try (Connection other = DriverManager.getConnection(record());
        Statement holder = other.createStatement()) {
      holder.execute("BEGIN IMMEDIATE");
      hitUntilKilled(node, reads);
    }
    assertTrue(Files.size(spool()) > 0, "hits waited");
    ServerProcess.startAndKill(home, SPOOLING, Duration.ofMillis(500 + random.nextInt(4_000)));
    try (ServerProcess again = ServerProcess.start(home, SPOOLING)) {
      assertEquals(302, reads.hit(again.url()));
    }

    assertEquals(0, Files.size(spool()));
    reads.assertOnRecord(record());
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

  private static void hitUntilKilled(ServerProcess node, ReadSeries reads)
      throws InterruptedException {
    CountDownLatch enough = new CountDownLatch(ANSWERS);
    List<Thread> phones =
        IntStream.range(0, PHONES)
            .mapToObj(i -> Thread.ofPlatform().start(() -> hitUntilGone(node.url(), reads, enough)))
            .toList();
    enough.await();
    node.kill();
    for (Thread phone : phones) {
      phone.join();
    }
  }

  private static void hitUntilGone(URI node, ReadSeries reads, CountDownLatch enough) {
    try {
      while (reads.hit(node) == 302) {
        enough.countDown();
      }
    } catch (IOException e) {
      // The server is gone, which is what the test waits for: what was not answered may be lost.
      return;
    }
  }
}
