package tapwright.server.main.serve;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.store.RecordUrl;

@Tag("postgres")
class HolderRoutesOnPostgresTest extends HolderRoutesTest {

  @Override
  RecordUrl record() {
    return PostgresRecords.create();
  }

  @Override
  String stored(RecordUrl record) throws IOException {
    return PostgresRecords.text(record);
  }
}
