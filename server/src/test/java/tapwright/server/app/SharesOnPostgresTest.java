package tapwright.server.app;

import org.junit.jupiter.api.Tag;

@Tag("postgres")
class SharesOnPostgresTest extends SharesTest implements NewPostgresRecord {}
