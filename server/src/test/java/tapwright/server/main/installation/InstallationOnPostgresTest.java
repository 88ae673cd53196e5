package tapwright.server.main.installation;

import org.junit.jupiter.api.Tag;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.store.RecordUrl;

@Tag("postgres")
class InstallationOnPostgresTest extends InstallationTest {

  private final RecordUrl url = PostgresRecords.create();

  @Override
  RecordUrl record() {
    return url;
  }
}
