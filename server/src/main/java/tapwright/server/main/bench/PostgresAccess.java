package tapwright.server.main.bench;

/**
 * How a database is reached.
 *
 * @param url JDBC URL, without who asks
 */
public record PostgresAccess(String url, String user, String password) {

  /** Without the password. */
  @Override
  public String toString() {
    return "PostgresAccess[" + url + ", " + user + "]";
  }
}
