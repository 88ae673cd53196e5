package tapwright.server.app.holder;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class DeleteHolderOnPostgresTest extends DeleteHolderTest implements NewPostgresRecord {}
