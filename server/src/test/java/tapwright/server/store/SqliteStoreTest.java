package tapwright.server.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.SellerId;
import tapwright.server.app.Activation;
import tapwright.server.app.Records;
import tapwright.server.app.Seller;
import tapwright.server.app.StoreFault;

class SqliteStoreTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123456Z");

  @TempDir private Path folder;
  private String url;
  private SqliteStore store;

  @BeforeEach
  void open() {
    url = "jdbc:sqlite:" + folder.resolve("record.db");
    store = SqliteStore.open(url);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aDefect_isAnsweredToItsOwnWorkAndNothingOfItIsStored() throws InterruptedException {
    CountDownLatch gathered = new CountDownLatch(1);
    CompletableFuture<Boolean> first =
        store.write(
            records -> {
              awaitLatch(gathered);
              return add(records, "first");
            });
    CompletableFuture<Boolean> defect =
        store.write(
            records -> {
              add(records, "defect");
              throw new IllegalStateException("planted");
            });
    CompletableFuture<Boolean> last = store.write(records -> add(records, "last"));
    gathered.countDown();

    assertTrue(first.join());
    assertTrue(last.join());
    CompletionException thrown = assertThrows(CompletionException.class, defect::join);
    assertInstanceOf(IllegalStateException.class, thrown.getCause());
    assertEquals(List.of("first", "last"), sellers());
  }

  @Test
  void anErrorInAWork_isAnsweredToItAndTheNextIsStored() {
    CompletableFuture<Boolean> failed =
        store.write(
            records -> {
              add(records, "failed");
              throw new StackOverflowError("planted");
            });

    assertInstanceOf(
        StackOverflowError.class,
        assertThrows(CompletionException.class, () -> failed.orTimeout(10, SECONDS).join())
            .getCause());
    assertTrue(store.write(records -> add(records, "next")).orTimeout(10, SECONDS).join());
    assertEquals(List.of("next"), sellers());
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatWasAnswered_isThereAfterTheFileIsOpenedAgain() {
    store.write(records -> add(records, "kept")).join();
    store.close();
    store = SqliteStore.open(url);

    assertEquals(List.of("kept"), sellers());
  }

  @Test
  void close_storesWhatWasTakenBefore() {
    List<CompletableFuture<Boolean>> taken = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String name = "s" + i;
      taken.add(store.write(records -> add(records, name)));
    }
    store.close();

    taken.forEach(future -> assertTrue(future.isDone() && !future.isCompletedExceptionally()));
    assertInstanceOf(
        StoreFault.Closed.class,
        assertThrows(
                CompletionException.class,
                () -> store.write(records -> add(records, "late")).join())
            .getCause());
    store = SqliteStore.open(url);
    assertEquals(200, sellers().size());
  }

  @Test
  void aRead_mayNotWrite() {
    assertThrows(CompletionException.class, () -> store.read(records -> add(records, "no")).join());
    assertEquals(List.of(), sellers());
  }

  @Test
  void aRead_seesWhatWasStoredBeforeIt() {
    for (int i = 0; i < 20; i++) {
      String name = "s" + i;
      store.write(records -> add(records, name)).join();
      assertEquals(i + 1, sellers().size());
    }
  }

  @Test
  void anotherProcess_mayWriteBetweenTwoOfOurs() throws SQLException {
    store.write(records -> add(records, "ours")).join();
    try (Connection other = DriverManager.getConnection(url);
        Statement statement = other.createStatement()) {
      statement.execute(
          "INSERT INTO seller (seller, activation, created_at) VALUES ('theirs', 'station', 0)");
    }

    assertEquals(List.of("ours", "theirs"), sellers());
  }

  @Test
  void history_isNeverChangedNorDeleted() throws SQLException {
    try (Connection other = DriverManager.getConnection(url);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA foreign_keys = OFF");
      statement.execute(
          "INSERT INTO card_event VALUES (1, 1, 'default', 'issued', '', 'shop', '', 0, 0)");
      for (String change :
          List.of("UPDATE card_event SET kind = 'other'", "DELETE FROM card_event")) {
        String message =
            String.valueOf(
                assertThrows(SQLException.class, () -> statement.execute(change)).getMessage());
        assertTrue(message.contains("append-only"), message);
      }
    }
  }

  @Test
  void everyTable_carriesTheSellerAndCardTablesBeginWithTheCard() throws SQLException {
    try (Connection other = DriverManager.getConnection(url);
        Statement statement = other.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (var rows =
          statement.executeQuery(
              "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'flyway%'"
                  + " AND name NOT LIKE 'sqlite%'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      assertTrue(tables.size() >= 15, tables.toString());
      for (String table : tables) {
        List<String> columns = new ArrayList<>();
        List<String> key = new ArrayList<>();
        try (var rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
          while (rows.next()) {
            columns.add(rows.getString("name"));
            if (rows.getInt("pk") == 1) {
              key.add(rows.getString("name"));
            }
          }
        }
        // What a phone says of itself is the same whose card it is held to.
        assertTrue(
            columns.contains("seller") || List.of("agent", "upkeep").contains(table),
            table + " has no seller");
        if (List.of(
                "card_event",
                "contact",
                "contact_word",
                "hit",
                "read_counter",
                "used_counter",
                "usage_day",
                "claim")
            .contains(table)) {
          assertEquals(List.of("card_id"), key, table);
        }
      }
    }
  }

  @Test
  void aFullQueue_refusesAtOnceAndStoresWhatItTook() throws Exception {
    try (Connection connection = DriverManager.getConnection(url)) {
      GroupCommit writer =
          new GroupCommit(
              Transaction.writing(connection),
              new SqlRecords(connection, Dialect.SQLITE, CardCache.of(0)),
              2,
              10);
      CompletableFuture<Boolean> first = writer.submit(records -> add(records, "a"));
      CompletableFuture<Boolean> second = writer.submit(records -> add(records, "b"));
      CompletableFuture<Boolean> third = writer.submit(records -> add(records, "c"));

      assertInstanceOf(
          StoreFault.Overloaded.class,
          assertThrows(CompletionException.class, third::join).getCause());
      Thread thread = Thread.ofPlatform().start(writer);
      assertTrue(first.join() && second.join());
      writer.finish().join();
      thread.join();
    }
    assertEquals(List.of("a", "b"), sellers());
  }

  @Test
  void micros_keepAnInstantToTheMicrosecond() {
    assertEquals(NOW, Micros.toInstant(Micros.of(NOW)));
    Instant before = Instant.parse("1969-12-31T23:59:59.999999Z");
    assertEquals(before, Micros.toInstant(Micros.of(before)));
  }

  @Test
  void anUrlOfAnotherDatabase_isADefect() {
    assertThrows(IllegalArgumentException.class, () -> SqliteStore.open("jdbc:oracle:x"));
  }

  private static boolean add(Records records, String name) {
    records.sellers().add(new Seller(new SellerId(name), Activation.STATION), NOW);
    return true;
  }

  private List<String> sellers() {
    return store
        .read(records -> records.sellers().all().stream().map(one -> one.id().value()).toList())
        .join();
  }
}
