package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import tapwright.server.main.installation.DatabaseLogin;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.store.RecordUrl;

/** At length: that a node on PostgreSQL is killed, every build sees in ManyNodesTest. */
@Tag("long")
@Tag("postgres")
class KillOnPostgresTest extends KillTest {

  private final RecordUrl url = PostgresRecords.create();

  @Override
  RecordUrl record() {
    return url;
  }

  /** As in earnest: the password is not on the command line, where all may see it. */
  @Override
  List<String> options(Map<String, String> environment) {
    environment.put(DatabaseLogin.USER, PostgresServer.USER);
    environment.put(DatabaseLogin.PASSWORD, PostgresServer.PASSWORD);
    return List.of("--db", url.toString());
  }

  /** Every hit has its card: no foreign key says so. */
  @Override
  void checkWhole(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT count(*) FROM hit LEFT JOIN card USING (card_id) WHERE card.card_id IS NULL")) {
      rows.next();
      assertEquals(0, rows.getInt(1));
    }
  }
}
