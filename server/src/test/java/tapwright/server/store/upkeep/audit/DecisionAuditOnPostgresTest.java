package tapwright.server.store.upkeep.audit;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class DecisionAuditOnPostgresTest extends DecisionAuditTest implements NewPostgresRecord {}
