package tapwright.server.app.effect;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class PaidOnceOnPostgresTest extends PaidOnceTest implements NewPostgresRecord {}
