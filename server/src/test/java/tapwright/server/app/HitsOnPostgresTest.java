package tapwright.server.app;

import org.junit.jupiter.api.Tag;

@Tag("postgres")
class HitsOnPostgresTest extends HitsTest implements NewPostgresRecord {}
