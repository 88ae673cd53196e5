package tapwright.server.app.account;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class SignInGuardOnPostgresTest extends SignInGuardTest implements NewPostgresRecord {}
