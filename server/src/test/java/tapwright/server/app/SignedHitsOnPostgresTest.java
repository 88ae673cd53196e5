package tapwright.server.app;

import org.junit.jupiter.api.Tag;

@Tag("postgres")
class SignedHitsOnPostgresTest extends SignedHitsTest implements NewPostgresRecord {}
