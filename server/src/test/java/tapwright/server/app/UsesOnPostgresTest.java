package tapwright.server.app;

import org.junit.jupiter.api.Tag;

@Tag("postgres")
class UsesOnPostgresTest extends UsesTest implements NewPostgresRecord {}
