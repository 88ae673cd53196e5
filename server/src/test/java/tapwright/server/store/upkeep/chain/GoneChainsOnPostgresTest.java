package tapwright.server.store.upkeep.chain;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class GoneChainsOnPostgresTest extends GoneChainsTest implements NewPostgresRecord {}
