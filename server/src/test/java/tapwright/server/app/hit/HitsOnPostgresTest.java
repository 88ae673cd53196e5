package tapwright.server.app.hit;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class HitsOnPostgresTest extends HitsTest implements NewPostgresRecord {}
