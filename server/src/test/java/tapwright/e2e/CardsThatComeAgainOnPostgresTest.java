package tapwright.e2e;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.store.RecordUrl;

/**
 * The same on PostgreSQL. At length: in every build RewriteChipsOnPostgresTest and
 * InspectReturnsOnPostgresTest do there what the server does.
 */
@Tag("long")
@Tag("postgres")
class CardsThatComeAgainOnPostgresTest extends CardsThatComeAgainTest {

  private final RecordUrl url = PostgresRecords.create();

  @Override
  Map<String, String> environment() {
    return Map.of(
        "TAPWRIGHT_DB",
        url.toString(),
        "TAPWRIGHT_DB_USER",
        PostgresServer.USER,
        "TAPWRIGHT_DB_PASSWORD",
        PostgresServer.PASSWORD);
  }
}
