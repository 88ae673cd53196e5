package tapwright.server.app.money;

import org.junit.jupiter.api.Tag;
import tapwright.server.app.NewPostgresRecord;

@Tag("postgres")
class MoneyHistoriesOnPostgresTest extends MoneyHistoriesTest implements NewPostgresRecord {}
