package tapwright.server.app.claim;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class GoodsOnPostgresTest extends GoodsTest implements NewPostgresRecord {}
