package tapwright.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordUrlTest {

  @ParameterizedTest
  @CsvSource({
    "jdbc:sqlite:/srv/tapwright.db?cache=shared, SQLITE, jdbc:sqlite:/srv/tapwright.db",
    "jdbc:postgresql://db.example.com/cards?password=sample, POSTGRESQL,"
        + " jdbc:postgresql://db.example.com/cards",
    "'jdbc:postgresql://a.example.com:5432,b.example.com:5433/cards?user=u', POSTGRESQL,"
        + " 'jdbc:postgresql://a.example.com:5432,b.example.com:5433/cards'",
    "jdbc:postgresql://[::1]:5432/cards, POSTGRESQL, jdbc:postgresql://[::1]:5432/cards",
    "jdbc:postgresql:cards, POSTGRESQL, jdbc:postgresql:cards",
  })
  void anUrl_namesItsEngineAndIsShownWithoutWhatIsSecret(
      String jdbc, RecordUrl.Engine engine, String shown) {
    RecordUrl url = RecordUrl.parse(jdbc).orElseThrow();

    assertEquals(engine, url.engine());
    assertEquals(jdbc, url.jdbc());
    assertEquals(shown, url.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jdbc:sqlite:",
        "jdbc:oracle:thin:@db.example.com/cards",
        "jdbc:postgresql://db.example.com:port/cards",
        "jdbc:postgresql://user:sample@db.example.com/cards",
      })
  void anUrlThatNoEngineTakes_isNone(String jdbc) {
    assertEquals(Optional.empty(), RecordUrl.parse(jdbc));
  }

  @Test
  void whatWasTyped_isShownWithoutThePassword() {
    assertEquals(
        "jdbc:postgresql://db.example.com/cards",
        RecordUrl.shown("jdbc:postgresql://user:sample@db.example.com/cards?password=sample"));
  }

  @Test
  void aLogin_isForTheDriverAlone() {
    RecordUrl url =
        RecordUrl.parse("jdbc:postgresql://db.example.com/cards")
            .orElseThrow()
            .as(Optional.of("clerk"), Optional.of("sample-secret"));

    assertEquals("clerk", url.login().getProperty("user"));
    assertEquals("sample-secret", url.login().getProperty("password"));
    assertFalse(url.toString().contains("sample-secret"));
  }

  @Test
  void onlyAnEmbeddedRecord_hasAFile() {
    assertEquals(
        Path.of("/srv/tapwright.db"),
        RecordUrl.parse("jdbc:sqlite:/srv/tapwright.db?cache=shared").orElseThrow().file());
    RecordUrl cluster = RecordUrl.parse("jdbc:postgresql://db.example.com/cards").orElseThrow();
    assertThrows(IllegalStateException.class, cluster::file);
  }
}
