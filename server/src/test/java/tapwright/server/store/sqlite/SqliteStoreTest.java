package tapwright.server.store.sqlite;

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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.Ledger;
import tapwright.server.record.StoreFault;
import tapwright.server.store.LedgerContract;
import tapwright.server.store.card.CardCache;
import tapwright.server.store.sql.Micros;
import tapwright.server.store.table.SqlRecords;

class SqliteStoreTest extends LedgerContract {

  private static final Set<String> OF_NO_SELLER =
      Set.of(
          "agent", "key_check", "data_key", "duty", "outbox_consumer", "sign_in_tries", "upkeep");

  @TempDir private Path folder;
  private String url = "";

  @Override
  protected Ledger reopen() {
    url = "jdbc:sqlite:" + folder.resolve("record.db");
    return SqliteStore.open(url);
  }

  @Override
  protected Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  @Test
  void history_isNeverChangedNorDeleted() throws SQLException {
    try (Connection other = DriverManager.getConnection(url);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA foreign_keys = OFF");
      statement.execute(
          "INSERT INTO card_event VALUES (1, 1, 'default', 'issued', '', 'shop', '', 0, 0, '',"
              + " NULL)");
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
        // Of what is of the record as a whole: what phones say of themselves, keys, duties.
        assertTrue(
            columns.contains("seller") || OF_NO_SELLER.contains(table), table + " has no seller");
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

  /** As a statement on a table that is not there: what fails by itself fails alone. */
  @Test
  void aStatementThatFailsByItself_failsNoOtherWorkOfItsBatch() throws SQLException {
    execute("ALTER TABLE contact RENAME TO contact_aside");
    CountDownLatch gathered = new CountDownLatch(1);
    CompletableFuture<Boolean> before = store.writeAcrossSellers(records -> awaitLatch(gathered));
    CompletableFuture<Boolean> first = store.writeAcrossSellers(records -> add(records, "first"));
    CompletableFuture<Boolean> failing =
        store.writeAcrossSellers(
            records ->
                add(records, "failing")
                    && records.contacts().sealed(FirstSeller.ID, new CardId(1)).isEmpty());
    CompletableFuture<Boolean> last = store.writeAcrossSellers(records -> add(records, "last"));
    gathered.countDown();

    assertInstanceOf(IllegalStateException.class, failure(failing));
    assertTrue(before.join() && first.join() && last.join());
    assertEquals(List.of("first", "last"), sellers());
  }

  @Test
  void aFullQueue_refusesAtOnceAndStoresWhatItTook() throws Exception {
    try (Connection connection = DriverManager.getConnection(url)) {
      GroupCommit writer =
          new GroupCommit(
              Transaction.writing(connection),
              SqlRecords.onSqlite(connection, CardCache.of(0)),
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
}
