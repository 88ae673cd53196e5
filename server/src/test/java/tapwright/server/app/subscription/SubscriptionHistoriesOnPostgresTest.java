package tapwright.server.app.subscription;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class SubscriptionHistoriesOnPostgresTest extends SubscriptionHistoriesTest
    implements NewPostgresRecord {}
