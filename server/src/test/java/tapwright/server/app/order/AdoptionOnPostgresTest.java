package tapwright.server.app.order;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class AdoptionOnPostgresTest extends AdoptionTest implements NewPostgresRecord {}
