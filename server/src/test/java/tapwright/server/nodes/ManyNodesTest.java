package tapwright.server.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.postgres.PostgresServer;

/** Two nodes on one PostgreSQL server. */
@Tag("postgres")
class ManyNodesTest {

  private static final int CARDS = 24;
  private static final int CHANGES = 15;

  /** Enough for many parts of the duty. */
  private static final int DEADLINES = 500;

  @TempDir private Path home;
  private PostgresServer postgres;
  private String record;
  private SampleShop.Tokens tokens;
  private Fleet fleet;

  @BeforeEach
  void start() {
    postgres = PostgresServer.start();
    record = postgres.createDatabase();
    tokens = Fleet.tokens(home, "--db", record);
    fleet = Fleet.start(home, 2, "--db", record);
  }

  @AfterEach
  void stop() {
    fleet.close();
    postgres.close();
  }

  /** What was answered before each of these is on record after it, and no read counts twice. */
  @Test
  void nodeKilled_serverKilled_serverHanging_losesNothingAnswered() {
    List<SampleCard> cards = ExactnessRun.cards(fleet, tokens, CARDS);

    List<CardModel> models =
        new ExactnessRun(
                3,
                1_500,
                List.of(fleet::killAny, (load, random) -> killServer(), this::freezeServer))
            .on(fleet::node, cards);

    assertEquals(List.of(), ExactnessRun.differences(record, models));
  }

  private void killServer() {
    postgres.kill();
    postgres.startAgain();
  }

  /** Until every phone has been told to come again by one node or the other. */
  private void freezeServer(Load load, RandomGenerator random) {
    Path data = postgres.folder().resolve("data");
    DatabaseProcess.freeze(data);
    try {
      load.awaitUnavailable(CARDS);
    } finally {
      DatabaseProcess.thaw(data);
    }
  }

  /** The very next hit on one node knows what the other stored, without waiting to be told. */
  @Test
  void changeOnOneNode_isKnownToTheNextHitOnTheOther() throws Exception {
    try (SampleShop shop = new SampleShop(fleet.node(0), tokens);
        HttpClient client = HttpClient.newHttpClient()) {
      SampleCard card = shop.cards(1).getFirst();
      for (int i = 0; i < CHANGES; i++) {
        String target = "https://example.com/changed/" + i;
        shop.lead(card.id(), target);
        assertEquals(target, scanned(client, card).headers().firstValue("Location").orElse(""));
      }
      shop.happens(card.id(), "revoked");
      assertEquals(200, scanned(client, card).statusCode());
    }
  }

  private HttpResponse<String> scanned(HttpClient client, SampleCard card) throws Exception {
    URI print = fleet.node(1).resolve(card.print());
    return client.send(HttpRequest.newBuilder(print).build(), HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Each node is killed once while there is work, and there is more after it: so the second holder
   * is another than the first, which was killed.
   */
  @Test
  void holderOfADutyKilled_eachDeadlineIsToldOnce() {
    ExactnessRun.cards(fleet, tokens, 1);
    Set<String> holders = new HashSet<>();
    for (int node = 0; node < 2; node++) {
      int before = 2 * node * DEADLINES;
      addDeadlines(2 * node);
      awaitEvents(before + 1);
      fleet.kill(node);
      addDeadlines(2 * node + 1);
      awaitEvents(before + 2 * DEADLINES);
      holders.add(text("SELECT held_by FROM duty WHERE name = 'tell-deadlines'"));
      fleet.startAgain(node);
    }

    assertEquals("0", text("SELECT count(*) FROM deadline WHERE told_at IS NULL"));
    String all = Integer.toString(4 * DEADLINES);
    assertEquals(all, text("SELECT count(DISTINCT event_id) FROM outbox"));
    assertEquals(all, text("SELECT max(place) FROM outbox"));
    assertEquals(2, holders.size(), holders.toString());
  }

  private void addDeadlines(int series) {
    try (Connection connection = DriverManager.getConnection(record);
        Statement statement = connection.createStatement()) {
      statement.execute(
          ("INSERT INTO deadline (card_id, claim_id, step, notice, seller, due_at, tell_at)"
                  + " SELECT card_id, %d || '-' || n, 'refund', 'passed', seller, 0, 0"
                  + " FROM card, generate_series(1, %d) AS n")
              .formatted(series, DEADLINES));
    } catch (SQLException e) {
      throw new AssertionError("the deadlines cannot be added", e);
    }
  }

  private void awaitEvents(int count) {
    Wait.until(
        count + " events",
        Duration.ofMinutes(2),
        () -> Integer.parseInt(text("SELECT coalesce(max(place), 0) FROM outbox")) >= count,
        () -> text("SELECT count(*) || ' stored' FROM outbox"));
  }

  private String text(String query) {
    try (Connection connection = DriverManager.getConnection(record);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }
}
