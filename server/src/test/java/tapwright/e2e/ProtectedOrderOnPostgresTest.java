package tapwright.e2e;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.record.Ledger;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.postgres.PostgresStore;

/**
 * From order to tap on PostgreSQL, as processes; nothing that is secret reaches a log or a page. At
 * length: in every build it is so on a file, and ProtectionOnPostgresTest draws, keeps and leases
 * the same secrets on PostgreSQL.
 */
@Tag("long")
@Tag("postgres")
class ProtectedOrderOnPostgresTest extends ProtectedOrderTest {

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

  @Override
  Ledger record() {
    return PostgresStore.open(url, PostgresRecords.means());
  }
}
