package tapwright.server.app.hit;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class CutOffNodeOnPostgresTest extends CutOffNodeTest implements NewPostgresRecord {}
