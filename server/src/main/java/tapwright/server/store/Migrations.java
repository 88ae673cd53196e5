package tapwright.server.store;

import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The versions of a record's tables: plain SQL files, one folder for each engine. */
final class Migrations {

  private Migrations() {}

  /** Brings the tables to the newest version; many nodes may do so at once. */
  static void run(RecordUrl url) {
    connecting(url).locations(url.engine().migrations()).load().migrate();
  }

  private static FluentConfiguration connecting(RecordUrl url) {
    Properties login = url.login();
    return switch (url.engine()) {
      case SQLITE -> Flyway.configure().dataSource(new SqliteSource(url.jdbc()));
      case POSTGRESQL ->
          Flyway.configure()
              .dataSource(url.jdbc(), login.getProperty("user"), login.getProperty("password"));
    };
  }
}
