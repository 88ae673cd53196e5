package tapwright.server.app;

import org.junit.jupiter.api.Tag;

@Tag("postgres")
class StationWorkOnPostgresTest extends StationWorkTest implements NewPostgresRecord {}
