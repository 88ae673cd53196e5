package tapwright.server.main.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

  @Test
  void longLine_isBrokenBetweenWordsAndSetIn() {
    assertEquals(
        List.of("  one two three four five six seven", "      eight nine ten"),
        new Columns(40).wrapped(List.of("  one two three four five six seven eight nine ten")));
    assertEquals(
        List.of("      one two three four five six seven", "        eight nine ten"),
        new Columns(40).wrapped(List.of("      one two three four five six seven eight nine ten")));
  }

  @Test
  void longWord_staysWhole() {
    String word = "w".repeat(60);

    assertEquals(List.of("see", "      " + word), new Columns(40).wrapped(List.of("see " + word)));
    assertEquals(List.of(word), new Columns(40).wrapped(List.of(word)));
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "20, 40", "wide, 80", "0, 80", "'', 80"})
  void columns_areTheEnvironments(String said, int count) {
    assertEquals(new Columns(count), Columns.of(Map.of("COLUMNS", said)));
  }
}
