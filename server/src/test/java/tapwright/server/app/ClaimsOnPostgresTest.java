package tapwright.server.app;

import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ClaimsOnPostgresTest extends ClaimsTest implements NewPostgresRecord {}
