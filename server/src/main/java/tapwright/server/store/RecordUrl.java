package tapwright.server.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * Where a record is: a JDBC URL of an engine that can keep one, and who asks there.
 *
 * <p>It may hold a password, so it is never shown whole.
 */
public final class RecordUrl {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  private final String jdbc;
  private final Engine engine;
  private final Properties login;

  private RecordUrl(String jdbc, Engine engine, Properties login) {
    this.jdbc = jdbc;
    this.engine = engine;
    this.login = login;
  }

  /** What keeps a record. */
  public enum Engine {
    /** One file, one process that writes. */
    SQLITE("SQLite"),
    /** A cluster, many servers. */
    POSTGRESQL("PostgreSQL");

    private final String title;

    Engine(String title) {
      this.title = title;
    }

    /** As people write it. */
    public String title() {
      return title;
    }

    /** Where Flyway finds the migrations of its tables. */
    public String migrations() {
      return "classpath:tapwright/server/store/migrations/" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** The URL; empty where it is of no engine that keeps a record. */
  public static Optional<RecordUrl> parse(String jdbc) {
    if (jdbc.startsWith(SQLITE) && jdbc.length() > SQLITE.length()) {
      return Optional.of(new RecordUrl(jdbc, Engine.SQLITE, new Properties()));
    }
    return isPostgresql(jdbc)
        ? Optional.of(new RecordUrl(jdbc, Engine.POSTGRESQL, new Properties()))
        : Optional.empty();
  }

  /**
   * Whether the driver knows what to make of it, and need not show it to say that it does not.
   *
   * <p>It knows no {@code USER:PASSWORD@}, and takes what stands there for a host.
   */
  private static boolean isPostgresql(String jdbc) {
    return jdbc.startsWith(POSTGRESQL) && !jdbc.split("\\?", 2)[0].contains("@") && hasDriver(jdbc);
  }

  private static boolean hasDriver(String jdbc) {
    try {
      DriverManager.getDriver(jdbc);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** The record in a file. */
  public static RecordUrl ofFile(Path file) {
    return new RecordUrl(SQLITE + file, Engine.SQLITE, new Properties());
  }

  /**
   * A URL that somebody typed, as it may be shown: without what stands behind the question mark and
   * before the host, since passwords stand there.
   */
  public static String shown(String jdbc) {
    return jdbc.split("\\?", 2)[0].replaceFirst("//[^/]*@", "//");
  }

  /** The same place, asked by this user where the URL itself names none. */
  public RecordUrl as(Optional<String> user, Optional<String> password) {
    Properties named = new Properties();
    user.ifPresent(name -> named.setProperty("user", name));
    password.ifPresent(secret -> named.setProperty("password", secret));
    return new RecordUrl(jdbc, engine, named);
  }

  public Engine engine() {
    return engine;
  }

  /** The whole URL, for the driver alone. */
  public String jdbc() {
    return jdbc;
  }

  /** Who asks, where it is not in the URL: what drivers call user and password. */
  public Properties login() {
    Properties copy = new Properties();
    copy.putAll(login);
    return copy;
  }

  /** A new connection, as it comes. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbc, login());
  }

  /** The file of an embedded record. */
  public Path file() {
    if (engine != Engine.SQLITE) {
      throw new IllegalStateException(this + " has no file");
    }
    return Path.of(jdbc.substring(SQLITE.length()).split("\\?", 2)[0]).toAbsolutePath();
  }

  /** Without user and password. */
  @Override
  public String toString() {
    return shown(jdbc);
  }
}
