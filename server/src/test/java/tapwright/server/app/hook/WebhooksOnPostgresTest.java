package tapwright.server.app.hook;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class WebhooksOnPostgresTest extends WebhooksTest implements NewPostgresRecord {}
