package tapwright.server.store.schema;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.store.RecordUrl;

@Tag("postgres")
class LinkedHistoriesOnPostgresTest extends LinkedHistoriesTest {

  @Override
  RecordUrl emptyPlace(Path inFolder) {
    return PostgresRecords.url(PostgresServer.shared().createDatabase());
  }

  @Override
  String oneByte() {
    return "'x'::bytea";
  }
}
