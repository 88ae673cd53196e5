package tapwright.server.app.mail;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class MailsOnPostgresTest extends MailsTest implements NewPostgresRecord {}
