package tapwright.server.app;

import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ProtectionOnPostgresTest extends ProtectionTest implements NewPostgresRecord {}
