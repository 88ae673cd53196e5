package tapwright.server.app;

import org.junit.jupiter.api.Tag;

@Tag("postgres")
class CutOffNodeOnPostgresTest extends CutOffNodeTest implements NewPostgresRecord {}
