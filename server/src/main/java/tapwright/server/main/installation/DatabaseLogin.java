package tapwright.server.main.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tapwright.server.store.RecordUrl;

/**
 * Who asks the database, where its URL does not say: it may be seen by all in a list of processes.
 */
public final class DatabaseLogin {

  /** The JDBC URL, where the command line names none. */
  public static final String URL = "TAPWRIGHT_DB";

  public static final String USER = "TAPWRIGHT_DB_USER";
  public static final String PASSWORD = "TAPWRIGHT_DB_PASSWORD";

  /** A file that holds the password and nothing else. */
  static final String PASSWORD_FILE = "TAPWRIGHT_DB_PASSWORD_FILE";

  private final Optional<String> url;
  private final Optional<String> user;
  private final Optional<String> password;

  private DatabaseLogin(Optional<String> url, Optional<String> user, Optional<String> password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** What the environment says. */
  public static DatabaseLogin of(Map<String, String> environment) {
    Optional<String> password = Optional.ofNullable(environment.get(PASSWORD));
    Optional<String> file = Optional.ofNullable(environment.get(PASSWORD_FILE));
    if (password.isPresent() && file.isPresent()) {
      throw new ServerFault(PASSWORD + " and " + PASSWORD_FILE + " are both set; keep one of them");
    }
    return new DatabaseLogin(
        Optional.ofNullable(environment.get(URL)),
        Optional.ofNullable(environment.get(USER)),
        password.or(() -> file.map(DatabaseLogin::read)));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new ServerFault("cannot read " + file + ", which " + PASSWORD_FILE + " names", e);
    }
  }

  /** The JDBC URL that is meant: the one of the command line before the one of the environment. */
  public Optional<String> url(Optional<String> ofTheCommandLine) {
    return ofTheCommandLine.or(() -> url);
  }

  /** The same place, asked by this user where the URL itself names none. */
  public RecordUrl at(RecordUrl url) {
    return url.as(user, password);
  }
}
