package tapwright.server.main.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.main.settings.SettingsReader;
import tapwright.server.store.RecordUrl;

class DatabaseLoginTest {

  private static final RecordUrl URL =
      RecordUrl.parse("jdbc:postgresql://db.example.com/cards").orElseThrow();

  @TempDir private Path folder;

  @Test
  void userAndPassword_comeFromTheEnvironment() {
    Properties login =
        login(
            Map.of(
                DatabaseLogin.USER,
                "clerk",
                DatabaseLogin.PASSWORD,
                "sample-secret",
                "OTHER",
                "x"));

    assertEquals("clerk", login.getProperty("user"));
    assertEquals("sample-secret", login.getProperty("password"));
  }

  @Test
  void theUrlOfTheCommandLine_goesBeforeThatOfTheEnvironment() {
    DatabaseLogin login = of(Map.of(DatabaseLogin.URL, "jdbc:sqlite:environment"));

    assertEquals(Optional.of("jdbc:sqlite:typed"), login.url(Optional.of("jdbc:sqlite:typed")));
    assertEquals(Optional.of("jdbc:sqlite:environment"), login.url(Optional.empty()));
    assertEquals(Optional.empty(), of(Map.of()).url(Optional.empty()));
  }

  @Test
  void thePassword_mayLieInAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "sample-secret\n");

    Properties login = login(Map.of("TAPWRIGHT_DB_PASSWORD_FILE", file.toString()));

    assertEquals("sample-secret", login.getProperty("password"));
    assertFalse(login.containsKey("user"));
  }

  private Properties login(Map<String, String> environment) {
    return of(environment).at(URL).login();
  }

  private DatabaseLogin of(Map<String, String> environment) {
    return DatabaseLogin.of(
        SettingsReader.read(new SettingsReader.Sources(Map.of(), environment, folder)));
  }
}
