package tapwright.server.main.bench;

import java.util.Map;
import java.util.Optional;
import tapwright.server.main.ServerFault;
import tapwright.server.store.RecordUrl;

/**
 * How a database is reached.
 *
 * @param url JDBC URL, without who asks
 */
public record PostgresAccess(String url, String user, String password) {

  /** As the store takes it; a user or password that is empty stands in the URL itself. */
  RecordUrl recordUrl() {
    return RecordUrl.parse(url)
        .filter(parsed -> parsed.engine() == RecordUrl.Engine.POSTGRESQL)
        .map(parsed -> parsed.as(filled(user), filled(password)))
        .orElseThrow(
            () ->
                new ServerFault(
                    "--postgres is "
                        + RecordUrl.shown(url)
                        + ", allowed is jdbc:postgresql://HOST/DATABASE"));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(one -> !one.isEmpty());
  }

  /** As a server takes it. */
  Map<String, String> environment() {
    return user.isEmpty()
        ? Map.of()
        : Map.of("TAPWRIGHT_DB_USER", user, "TAPWRIGHT_DB_PASSWORD", password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "PostgresAccess[" + RecordUrl.shown(url) + ", " + user + "]";
  }
}
