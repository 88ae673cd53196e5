package tapwright.server.app.station;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class RewriteChipsOnPostgresTest extends RewriteChipsTest implements NewPostgresRecord {}
