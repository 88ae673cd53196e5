package tapwright.server.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tapwright.core.card.Slug;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.record.CardListener;
import tapwright.server.store.RecordUrl;

/** What a node hears of cards that are changed elsewhere. */
@Tag("postgres")
class PostgresListenerTest {

  private static final String SLUG = "0123456789";
  private static final String OVERLOOKED = "overlooked";
  private static final long LIMIT_SECONDS = 60;

  private final RecordUrl url = PostgresRecords.create();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private PostgresListener listener;
  private volatile boolean defect;

  @BeforeEach
  void listen() throws InterruptedException, SQLException {
    execute(
        "SET session_replication_role = 'replica';"
            + "INSERT INTO card (card_id, seller, slug, order_id, placement_id, placement_row,"
            + " state, shipping, tier, holds, version, target, created_at, counting)"
            + " VALUES (1, 'default', '"
            + SLUG
            + "', 'o', 'p', 1, 'issued', 'none', 'none', '', 0, '', 0, 'none')");
    listener = PostgresListener.start(url, PostgresRecords.means().waiter(), new Heard());
    assertEquals(OVERLOOKED, next());
  }

  @Test
  void whatIsNotUnderstood_isTakenForOverlookedAndChangesAreHeardAgain() throws Exception {
    execute("NOTIFY card_changed, 'no card of ours'");
    assertEquals(OVERLOOKED, next());

    execute("UPDATE card SET version = version + 1");
    assertEquals(SLUG + " 1", next());
  }

  @Test
  void aListenerThatThrows_isToldAgain() throws Exception {
    defect = true;
    execute("UPDATE card SET version = version + 1");
    assertEquals(OVERLOOKED, next());

    execute("UPDATE card SET version = version + 1");
    assertEquals(SLUG + " 2", next());
  }

  private final class Heard implements CardListener {
    @Override
    public void changed(Slug slug, long version) {
      if (defect) {
        defect = false;
        throw new IllegalStateException("planted");
      }
      heard.add(slug + " " + version);
    }

    @Override
    public void overlooked() {
      heard.add(OVERLOOKED);
    }
  }

  @AfterEach
  void close() {
    listener.close();
  }

  @Test
  void changeOnAnotherConnection_isHeardOnceItIsStored() throws Exception {
    try (Connection other = url.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      change(statement);
      other.rollback();
      change(statement);
      other.commit();
    }

    assertEquals(SLUG + " 1", next());
    assertTrue(heard.isEmpty(), "what was rolled back was told: " + heard);
  }

  @Test
  void connectionLost_isToldOnItsReturnAndChangesAreHeardAgain() throws Exception {
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    assertEquals(OVERLOOKED, next());

    execute("UPDATE card SET version = version + 1");
    assertEquals(SLUG + " 1", next());
  }

  private static void change(Statement statement) throws SQLException {
    statement.execute("UPDATE card SET version = version + 1");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = url.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String next() throws InterruptedException {
    String change = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (change == null) {
      throw new AssertionError("nothing was heard for " + LIMIT_SECONDS + " seconds");
    }
    return change;
  }
}
