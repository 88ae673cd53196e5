package tapwright.core.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.house.RefusalPage;

/** docs/taps.md against the code: a table a set of words, and the numbers of its text. */
class TapsPageTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (.+?) \\|");

  private final String page = page();

  @Test
  void links_standOnThePage() {
    assertEquals(words(LinkKind.values()), wordsIn("The links"));
  }

  @Test
  void classes_standOnThePage() {
    assertEquals(words(HitClass.values()), wordsIn("The classes"));
  }

  @Test
  void assurances_standOnThePage() {
    assertEquals(words(Assurance.values()), wordsIn("How well it is known"));
  }

  @Test
  void reasons_standOnThePage() {
    assertEquals(words(Reason.values()), wordsIn("The reasons"));
  }

  @Test
  void reasons_areOfClassesThatThereAre() {
    assertTrue(
        words(HitClass.values())
            .containsAll(rows("The reasons").map(row -> row.group(2)).toList()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "more than %d behind the highest   | 63",
        "up to %d behind the highest       | 63",
        "stands at its end, %,d,           | 16777215",
        "NTAG21x stays at %,d              | 16777215"
      })
  void numbers_areThoseOfTheCode(String text, int number) {
    assertTrue(List.of(ReadCounter.LATE_LIMIT, Mirror.MAX_COUNTER).contains(number));
    assertTrue(onOneLine(page).contains(String.format(Locale.ROOT, text, number)), text);
  }

  @Test
  void theSpeedOfHands_isThatOfTheCode() {
    assertEquals(1500, ReadCounter.QUICK.toMillis());
    assertEquals(3, ReadCounter.HARVESTED_FROM);
    assertTrue(page.contains("from the third tap on"));
    assertTrue(page.contains("each less than 1.5 seconds after the last"));
  }

  private static List<String> words(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private List<String> wordsIn(String section) {
    return rows(section).map(row -> row.group(1)).toList();
  }

  private Stream<MatchResult> rows(String section) {
    int from = page.indexOf("\n## " + section + "\n");
    assertTrue(from >= 0, section);
    int to = page.indexOf("\n## ", from + 1);
    return ROW.matcher(page.substring(from, to < 0 ? page.length() : to)).results();
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String page() {
    try {
      return Files.readString(RefusalPage.projectFolder().resolve("docs/taps.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
