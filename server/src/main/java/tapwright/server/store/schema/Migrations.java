package tapwright.server.store.schema;

import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import tapwright.server.app.Answer;
import tapwright.server.record.StoreFault;
import tapwright.server.store.RecordUrl;

/** The versions of a record's tables: plain SQL files, one folder for each engine. */
public final class Migrations {

  private Migrations() {}

  /** Brings the tables to the newest version, where the record allows; many nodes may at once. */
  public static void run(RecordUrl url) {
    if (Schema.migrate(url) instanceof Answer.Refused<?> refused) {
      throw new StoreFault.Unfit(refused.refusal());
    }
  }

  static Flyway flyway(RecordUrl url) {
    return connecting(url).locations(url.engine().migrations()).load();
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
