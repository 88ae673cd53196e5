package tapwright.server.store.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tapwright.server.app.Answer;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;

/** Steps of the schema beside a node that works on the version before. */
@Tag("postgres")
class NodesAtWorkTest {

  private final RecordUrl url = PostgresRecords.url(PostgresServer.shared().createDatabase());

  private void make(String version) {
    Flyway.configure()
        .dataSource(
            url.jdbc(), url.login().getProperty("user"), url.login().getProperty("password"))
        .locations("classpath:tapwright/server/store/migrations/postgresql")
        .target(version)
        .load()
        .migrate();
  }

  /** V15 takes away. */
  @Test
  void aStepThatTakesAway_waitsForTheNodeToStop() throws SQLException {
    make("13");
    try (Connection node = url.connect()) {
      NodesAtWork.join(node);

      Answer.Refused<?> refused = assertInstanceOf(Answer.Refused.class, Schema.migrate(url));
      assertEquals(StoreRefusal.NODES_AT_WORK, refused.refusal().code());
      assertEquals("13", onRecord());
    }

    assertInstanceOf(Answer.Done.class, Schema.migrate(url));
    assertEquals(String.valueOf(Schema.known(url)), onRecord());
  }

  /** What came after V15 adds. */
  @Test
  void stepsThatAdd_areMadeBesideIt() throws SQLException {
    make("15");
    try (Connection node = url.connect()) {
      NodesAtWork.join(node);

      assertInstanceOf(Answer.Done.class, Schema.migrate(url));
      assertEquals(String.valueOf(Schema.known(url)), onRecord());
    }
  }

  @Test
  void twoNodesOnAnOldRecord_bothStart() throws Exception {
    make("13");
    Thread other = Thread.ofPlatform().start(() -> Schema.migrate(url));

    assertInstanceOf(Answer.Done.class, Schema.migrate(url));
    other.join();
    assertEquals(String.valueOf(Schema.known(url)), onRecord());
  }

  private String onRecord() {
    return switch (Schema.versions(url)) {
      case Answer.Done<Schema.Versions>(Schema.Versions versions) -> versions.onRecord();
      case Answer.Refused<Schema.Versions> refused -> throw new AssertionError(refused);
    };
  }
}
