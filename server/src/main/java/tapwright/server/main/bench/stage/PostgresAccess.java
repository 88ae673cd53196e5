package tapwright.server.main.bench.stage;

import java.util.Map;
import java.util.Optional;
import tapwright.server.store.RecordUrl;

/**
 * How a database is reached.
 *
 * @param url from here
 * @param environment what a server beside has to be told to reach it too
 */
public record PostgresAccess(RecordUrl url, Map<String, String> environment) {

  public PostgresAccess {
    environment = Map.copyOf(environment);
  }

  /** By this user, whom the servers are told of. */
  static PostgresAccess of(String jdbcUrl, String user, String password) {
    return new PostgresAccess(
        RecordUrl.parse(jdbcUrl).orElseThrow().as(Optional.of(user), Optional.of(password)),
        Map.of("TAPWRIGHT_DB_USER", user, "TAPWRIGHT_DB_PASSWORD", password));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "PostgresAccess[" + url + "]";
  }
}
