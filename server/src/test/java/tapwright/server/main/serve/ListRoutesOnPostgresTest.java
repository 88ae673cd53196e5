package tapwright.server.main.serve;

import org.junit.jupiter.api.Tag;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.store.RecordUrl;

@Tag("postgres")
class ListRoutesOnPostgresTest extends ListRoutesTest {

  @Override
  RecordUrl record() {
    return PostgresRecords.create();
  }
}
