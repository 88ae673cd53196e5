package tapwright.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.sqlite.Function;
import org.sqlite.SQLiteDataSource;

/** The schema of a record in SQLite, brought up to date by migrations. */
final class SqliteSchema {

  private SqliteSchema() {}

  /** Makes the schema, or brings it up to date. */
  static void migrate(String url) {
    SQLiteDataSource source = new Source();
    source.setUrl(url);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:tapwright/server/store/migrations")
        .load()
        .migrate();
  }

  /** Connections that know what migrations need and SQLite does not have. */
  private static final class Source extends SQLiteDataSource {

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      Function.create(connection, "agent_number", new AgentNumber());
      return connection;
    }
  }

  /** {@link AgentNames#number} in SQL. */
  private static final class AgentNumber extends Function {

    @Override
    protected void xFunc() throws SQLException {
      result(AgentNames.number(value_text(0)));
    }
  }
}
