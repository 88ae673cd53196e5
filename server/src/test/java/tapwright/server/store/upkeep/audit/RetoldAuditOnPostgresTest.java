package tapwright.server.store.upkeep.audit;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class RetoldAuditOnPostgresTest extends RetoldAuditTest implements NewPostgresRecord {}
