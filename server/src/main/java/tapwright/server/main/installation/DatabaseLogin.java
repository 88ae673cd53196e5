package tapwright.server.main.installation;

import java.util.Optional;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;
import tapwright.server.main.settings.SettingsReader;
import tapwright.server.store.RecordUrl;

/**
 * Who asks the database, where its URL does not say: it may be seen by all in a list of processes.
 */
public final class DatabaseLogin {

  /** The JDBC URL, where the command line names none. */
  public static final String URL = ServerSettings.DB.variable();

  public static final String USER = ServerSettings.DB_USER.variable();
  public static final String PASSWORD = ServerSettings.DB_PASSWORD.variable();

  private final Settings settings;

  private DatabaseLogin(Settings settings) {
    this.settings = settings;
  }

  /** What the settings say. */
  public static DatabaseLogin of(Settings settings) {
    return new DatabaseLogin(settings);
  }

  /** What environment and settings file say to a command with no flags for settings. */
  public static DatabaseLogin ofThisProcess() {
    return of(SettingsReader.ofThisProcess());
  }

  /** The JDBC URL that is meant: the one of the command line before the one of the settings. */
  public Optional<String> url(Optional<String> ofTheCommandLine) {
    return ofTheCommandLine.or(() -> settings.find(ServerSettings.DB));
  }

  /** The same place, asked by this user where the URL itself names none. */
  public RecordUrl at(RecordUrl url) {
    return url.as(settings.find(ServerSettings.DB_USER), settings.find(ServerSettings.DB_PASSWORD));
  }
}
