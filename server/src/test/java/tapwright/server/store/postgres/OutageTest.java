package tapwright.server.store.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tapwright.server.nodes.Wait;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.record.StoreFault;
import tapwright.server.store.LedgerContract;

/** What becomes of works while PostgreSQL goes away and comes again. */
@Tag("postgres")
class OutageTest {

  private static final PostgresServer SERVER = PostgresServer.start("fsync=off");

  /** Shorter than in earnest, so that the tests need not wait as long. */
  private static final String SOON = "&socketTimeout=2";

  private PostgresStore store;

  @BeforeEach
  void open() {
    store =
        PostgresStore.open(
            PostgresRecords.url(SERVER.createDatabase() + SOON), PostgresRecords.means());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aRestartBetweenTwoWorks_isNotNoticed() {
    write("before").join();
    read();
    SERVER.stop();
    SERVER.startAgain();

    assertTrue(write("after").join());
    assertEquals(List.of("after", "before"), read());
  }

  @Test
  void whileItIsAway_worksFailAtOnceAndLaterOnesAreStored() {
    SERVER.kill();
    for (int i = 0; i < 20; i++) {
      assertInstanceOf(StoreFault.Unavailable.class, LedgerContract.failure(write("lost" + i)));
    }
    SERVER.startAgain();

    untilStored("found");
    assertEquals(List.of("found"), read());
  }

  @Test
  void goneBeforeTheCommitWasAnswered_isInDoubt() {
    CompletableFuture<Boolean> work =
        store.writeAcrossSellers(
            records -> {
              LedgerContract.add(records, "doubtful");
              SERVER.kill();
              return true;
            });

    assertInstanceOf(StoreFault.InDoubt.class, LedgerContract.failure(work));
    SERVER.startAgain();
    untilStored("next");
    assertEquals(List.of("next"), read());
  }

  @Test
  void killedUnderLoad_losesNothingThatWasAnswered() {
    List<CompletableFuture<Boolean>> works = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      works.add(write("s" + i));
    }
    works.get(100).join();
    SERVER.kill();
    works.forEach(work -> work.exceptionally(lost -> false).join());
    SERVER.startAgain();
    untilStored("last");

    List<String> stored = read();
    for (int i = 0; i < works.size(); i++) {
      if (!works.get(i).isCompletedExceptionally()) {
        assertTrue(stored.contains("s" + i), "answered and lost: s" + i);
      }
    }
  }

  @Test
  void aDatabaseThatSaysNothing_isLeftAfterAWhile() {
    write("before").join();
    SERVER.freeze();
    try {
      assertInstanceOf(StoreFault.class, LedgerContract.failure(write("unheard")));
    } finally {
      SERVER.thaw();
    }

    untilStored("after");
    assertTrue(read().containsAll(List.of("after", "before")));
  }

  private CompletableFuture<Boolean> write(String name) {
    return store.writeAcrossSellers(records -> LedgerContract.add(records, name));
  }

  /** As a client that asks again until it is told that the work is stored. */
  private void untilStored(String name) {
    AtomicReference<String> last = new AtomicReference<>("nothing");
    Wait.until(
        "the store finds back to the database",
        Duration.ofSeconds(60),
        () -> isStored(name, last),
        last::get);
  }

  private boolean isStored(String name, AtomicReference<String> last) {
    try {
      return write(name).orTimeout(60, SECONDS).join();
    } catch (CompletionException away) {
      last.set(away.toString());
      return false;
    }
  }

  private List<String> read() {
    return store
        .readAcrossSellers(
            records -> records.sellers().all().stream().map(one -> one.id().value()).toList())
        .join();
  }
}
