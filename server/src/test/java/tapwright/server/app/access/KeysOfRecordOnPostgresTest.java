package tapwright.server.app.access;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class KeysOfRecordOnPostgresTest extends KeysOfRecordTest implements NewPostgresRecord {}
