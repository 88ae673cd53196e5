package tapwright.server.store.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import tapwright.server.record.CardListener;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.StoreFault;
import tapwright.server.store.Opening;
import tapwright.server.store.OwnersFile;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.card.CardCache;
import tapwright.server.store.schema.Migrations;
import tapwright.server.store.schema.MovedMark;
import tapwright.server.store.table.SqlRecords;

/**
 * The record in one SQLite file: one thread writes, a few read beside it.
 *
 * <p>Write-ahead log with synchronous=FULL: a commit that returned survives the loss of power
 * (sqlite.org/pragma.html#pragma_synchronous).
 */
public final class SqliteStore implements Ledger {

  /** What a JDBC URL for this store begins with. */
  public static final String URL_PREFIX = "jdbc:sqlite:";

  private static final int QUEUE_LIMIT = 8_192;
  private static final int BATCH_LIMIT = 512;
  private static final int CACHED_CARDS = 20_000;
  private static final int READERS = 2;

  /** How long to wait for another process that writes, as the command that makes a token. */
  private static final int BUSY_MILLIS = 5_000;

  /** Enough for the pages that a thousand busy cards are written to. */
  private static final int CACHE_KIBIBYTES = 64 * 1024;

  /** 32 MiB of log before it is copied into the file: the copying is synced too, so seldom. */
  private static final int CHECKPOINT_PAGES = 8_192;

  private final String url;
  private final GroupCommit writer;
  private final Thread writerThread;
  private final List<Connection> connections;
  private final BlockingQueue<Reader> readers = new ArrayBlockingQueue<>(READERS);
  private final ExecutorService readThreads;

  private SqliteStore(String url, Connection writing, List<Connection> reading)
      throws SQLException {
    this.url = url;
    this.connections = new ArrayList<>(reading);
    this.connections.add(writing);
    this.writer =
        new GroupCommit(
            Transaction.writing(writing),
            SqlRecords.onSqlite(writing, CardCache.of(CACHED_CARDS)),
            QUEUE_LIMIT,
            BATCH_LIMIT);
    this.writerThread = Thread.ofPlatform().name("store-writer").unstarted(writer);
    for (Connection connection : reading) {
      readers.add(
          new Reader(
              Transaction.reading(connection), SqlRecords.onSqlite(connection, CardCache.of(0))));
    }
    this.readThreads =
        Executors.newFixedThreadPool(
            READERS, Thread.ofPlatform().name("store-reader-", 0).daemon().factory());
  }

  /** Opens the file, makes or migrates the schema, and starts to take work. */
  public static SqliteStore open(String url) {
    if (!url.startsWith(URL_PREFIX)) {
      throw new IllegalArgumentException("url is " + url + ", allowed is " + URL_PREFIX + "FILE");
    }
    RecordUrl record = RecordUrl.parse(url).orElseThrow();
    MovedMark.requireNone(record.file());
    OwnersFile.make(record.file());
    try {
      Connection writing = connect(url, false);
      Migrations.run(record);
      List<Connection> reading = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        reading.add(connect(url, true));
      }
      SqliteStore store = new SqliteStore(url, writing, reading);
      store.writerThread.start();
      return store;
    } catch (SQLException | FlywayException e) {
      throw Opening.failed("opening " + record, record, e);
    }
  }

  private static Connection connect(String url, boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-CACHE_KIBIBYTES);
    // Else each statement that changes a row is followed by a query for its row's number.
    config.setGetGeneratedKeys(false);
    Connection connection = DriverManager.getConnection(url, config.toProperties());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
      // What is deleted is overwritten: a holder's key must not be found in the file.
      statement.execute("PRAGMA secure_delete = ON");
      if (readOnly) {
        statement.execute("PRAGMA query_only = ON");
      }
    }
    return connection;
  }

  @Override
  public <T> CompletableFuture<T> writeAcrossSellers(Function<Records, T> work) {
    return writer.submit(work);
  }

  /** As any other work: one connection writes, one work after the other. */
  @Override
  public <T> CompletableFuture<T> writeHits(Function<Records, T> work) {
    return writer.submit(work);
  }

  @Override
  public <T> CompletableFuture<T> readAcrossSellers(Function<Records, T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> readNow(work), readThreads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(new StoreFault.Closed());
    }
  }

  private <T> T readNow(Function<Records, T> work) {
    Reader reader = readers.remove();
    try {
      reader.transaction().begin();
      try {
        return work.apply(reader.records());
      } finally {
        reader.transaction().rollback();
      }
    } catch (SQLException e) {
      throw new StoreFault.Unavailable("reading", e);
    } finally {
      readers.add(reader);
    }
  }

  /**
   * Copies the log into the file and empties it (sqlite.org/pragma.html#pragma_wal_checkpoint): the
   * log holds pages as they were before something on them was deleted.
   */
  @Override
  public CompletableFuture<Boolean> purge() {
    try {
      return CompletableFuture.supplyAsync(this::emptyLog, readThreads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(new StoreFault.Closed());
    }
  }

  /** On a connection of its own: the others may be in a transaction, where it cannot be done. */
  private boolean emptyLog() {
    try (Connection connection = connect(url, false);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      return result.next() && result.getInt("busy") == 0;
    } catch (SQLException e) {
      throw new StoreFault.Unavailable("emptying the log", e);
    }
  }

  @Override
  public void onCardChanged(CardListener listener) {
    writer.onCardChanged(listener);
  }

  /** Stores all that was taken, then closes the file. */
  @Override
  public void close() {
    writer.finish().join();
    readThreads.close();
    for (Connection connection : connections) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new StoreFault.Unavailable("closing", e);
      }
    }
  }

  private record Reader(Transaction transaction, SqlRecords records) {}
}
