package tapwright.server.app;

import org.junit.jupiter.api.Tag;

@Tag("postgres")
class OrdersOnPostgresTest extends OrdersTest implements NewPostgresRecord {}
