package tapwright.server.store;

import java.util.Properties;
import org.flywaydb.core.Flyway;

/** The versions of a record's tables: plain SQL files, one folder for each engine. */
final class Migrations {

  private Migrations() {}

  /** Brings the tables to the newest version; many nodes may do so at once. */
  static void run(RecordUrl url) {
    Properties login = url.login();
    Flyway.configure()
        .dataSource(url.jdbc(), login.getProperty("user"), login.getProperty("password"))
        .locations(url.engine().migrations())
        .load()
        .migrate();
  }
}
