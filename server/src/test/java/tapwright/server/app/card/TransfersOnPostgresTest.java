package tapwright.server.app.card;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class TransfersOnPostgresTest extends TransfersTest implements NewPostgresRecord {}
