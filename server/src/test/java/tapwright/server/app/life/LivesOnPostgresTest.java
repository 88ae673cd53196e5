package tapwright.server.app.life;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class LivesOnPostgresTest extends LivesTest implements NewPostgresRecord {}
