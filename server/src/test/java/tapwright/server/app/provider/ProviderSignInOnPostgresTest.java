package tapwright.server.app.provider;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class ProviderSignInOnPostgresTest extends ProviderSignInTest implements NewPostgresRecord {}
