package tapwright.server.app.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.Slug;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClassing;
import tapwright.core.tap.LinkKind;
import tapwright.core.tap.PreviewAgents;
import tapwright.server.app.FutureWaiter;
import tapwright.server.app.World;
import tapwright.server.record.StoreFault;
import tapwright.server.record.hit.Arrival;
import tapwright.server.security.Keys;
import tapwright.server.security.SecretVault;
import tapwright.server.store.sqlite.SqliteStore;

/**
 * A database that has no room left: hits fail, those that were answered stay, and when there is
 * room again all is well without a restart.
 *
 * <p>SQLite is told to take so many pages and no more, which fails as a full disk does
 * (sqlite.org/rescode.html#full); room is made by dropping a table that filled some of them.
 */
class FullDiskTest {

  private static final int PAGES = 160;

  /** Makes each hit's agent long, so that the disk is full soon. */
  private static final String FILLING = " ".repeat(240);

  private static final Slug SLUG = new Slug("0000000001");

  @TempDir private Path folder;
  private final Set<Long> answered = new HashSet<>();
  private long nextId;

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("record.db");
  }

  @Test
  void noRoomLeft_failsHitsAndLosesNoneThatWasAnswered() throws SQLException {
    SqliteStore.open(url()).close();
    run(
        "INSERT INTO seller (seller, activation, created_at) VALUES ('default', 'station', 0)",
        "INSERT INTO purchase (order_id, seller, number, pack, placed_at, facts)"
            + " VALUES ('o1', 'default', 'A-1', '', 0, '{}')",
        "INSERT INTO card (card_id, seller, slug, order_id, placement_id, placement_row, state,"
            + " shipping, tier, holds, version, target, created_at) VALUES (1, 'default',"
            + " '0000000001', 'o1', 'p1', 1, 'active', 'delivered', 'paid', '', 1,"
            + " 'https://example.com', 0)",
        "CREATE TABLE filler (bytes BLOB)",
        "INSERT INTO filler VALUES (zeroblob(65536))");
    try (SqliteStore store = SqliteStore.open(url() + "?max_page_count=" + PAGES)) {
      TakeHits desk = desk(store);
      Throwable failure = hitUntilOneFails(desk);
      assertInstanceOf(StoreFault.Unavailable.class, failure);
      // What failed must not stand in the way of what is tried next, and may fail too.
      assertInstanceOf(StoreFault.Unavailable.class, hitUntilOneFails(desk));

      run("DROP TABLE filler");
      for (int i = 0; i < 50; i++) {
        assertEquals(null, hit(desk), "there is room again");
      }
    }
    assertTrue(answered.size() > 50, "so many fitted: " + answered.size());
    assertEquals(answered, stored());
  }

  private static TakeHits desk(SqliteStore store) {
    SunKeyRing keys =
        new SunKeyRing(new SecretVault(new Keys(new byte[Keys.MASTER_BYTES]), new Random(1)), 1);
    HitRules rules = new HitRules(new HitClassing(PreviewAgents.parse("")), keys);
    return new TakeHits(store, rules, TakeHits.Limits.USUAL);
  }

  private Throwable hitUntilOneFails(TakeHits desk) {
    Throwable failure = hit(desk);
    while (failure == null) {
      failure = hit(desk);
    }
    return failure;
  }

  /** What the hit failed with; null when it was answered. */
  private @Nullable Throwable hit(TakeHits desk) {
    long id = nextId++;
    Hit hit =
        new Hit(LinkKind.PRINT, false, "agent " + id + FILLING, "", ChipParameters.NONE, false);
    CompletableFuture<HitAnswer> told =
        FutureWaiter.takenBy(desk, new Arrival(SLUG, hit, World.START.plusSeconds(id), id));
    Throwable failure = told.handle((answer, thrown) -> thrown).join();
    if (failure == null) {
      answered.add(id);
    }
    return failure;
  }

  private void run(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private Set<Long> stored() throws SQLException {
    Set<Long> ids = new HashSet<>();
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT hit_id FROM hit")) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }
}
