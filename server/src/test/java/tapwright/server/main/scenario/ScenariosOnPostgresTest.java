package tapwright.server.main.scenario;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class ScenariosOnPostgresTest extends ScenariosTest implements NewPostgresRecord {}
