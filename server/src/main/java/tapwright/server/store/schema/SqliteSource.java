package tapwright.server.store.schema;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;
import org.sqlite.SQLiteDataSource;
import tapwright.server.store.hit.AgentNames;

/** Connections to a SQLite file that know what migrations need and SQLite does not have. */
final class SqliteSource extends SQLiteDataSource {

  SqliteSource(String url) {
    setUrl(url);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    Function.create(connection, "agent_number", new AgentNumber());
    return connection;
  }

  /** {@link AgentNames#number} in SQL. */
  private static final class AgentNumber extends Function {

    @Override
    protected void xFunc() throws SQLException {
      result(AgentNames.number(value_text(0)));
    }
  }
}
