package tapwright.core.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewAgentsTest {

  private static final PreviewAgents SHIPPED =
      PreviewAgents.parse(resource(PreviewAgents.RESOURCE));

  static Stream<String> machines() {
    return agents("agents-of-machines.txt");
  }

  static Stream<String> people() {
    return agents("agents-of-people.txt");
  }

  @ParameterizedTest
  @MethodSource("machines")
  void aMachinesAgent_isAPreview(String agent) {
    assertTrue(SHIPPED.match(agent));
    assertTrue(SHIPPED.match(agent.toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @MethodSource("people")
  void aPersonsAgent_isNoPreview(String agent) {
    assertFalse(SHIPPED.match(agent));
  }

  @Test
  void noAgentAtAll_isNoPreview() {
    assertFalse(SHIPPED.match(""));
  }

  @Test
  void theShippedList_saysEachWordOnce() {
    List<String> words =
        resource(PreviewAgents.RESOURCE).lines().filter(line -> !line.isBlank()).toList();

    assertEquals(words.size(), new HashSet<>(words).size());
    assertTrue(SHIPPED.size() > 100);
  }

  @ParameterizedTest
  @CsvSource({
    // agent, whether it matches: he, she, hers, ^start, sta/
    "he,       true",
    "hx,       false",
    "ushers,   true",
    "shx she,  true",
    "hhe,      true",
    "start,    true",
    "starT up, true",
    "restart,  false",
    "sta/,     true",
    "ssta/,    true",
    "star,     false",
    "stasta/,  true",
    "é he,     true",
    "hé,       false"
  })
  void words_areFoundWhereverTheyMayStand(String agent, boolean found) {
    assertEquals(found, PreviewAgents.parse("he\nshe\nhers\n^start\nsta/").match(agent));
  }

  /** Every text of few letters against the plain way to look for a word. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261122})
  void aSearch_findsWhatThePlainWayFinds(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<String> words =
          Stream.generate(() -> (random.nextInt(3) == 0 ? "^" : "") + text(random, 1, 5))
              .limit(1 + random.nextInt(6))
              .toList();
      String text = text(random, 0, 12);
      assertEquals(
          words.stream().anyMatch(word -> isIn(word, text)),
          new WordSearch(words).isIn(text),
          words + " in " + text);
    }
  }

  @Test
  void aWordBeyondAscii_isNotTaken() {
    assertThrows(IllegalArgumentException.class, () -> PreviewAgents.parse("é"));
  }

  @Test
  void comments_areNoWords() {
    PreviewAgents list = PreviewAgents.parse("# one\n\n  \nbot/ # two\n");

    assertEquals(1, list.size());
    assertTrue(list.match("a bot/1"));
    assertFalse(list.match("one two"));
  }

  private static boolean isIn(String word, String text) {
    return word.startsWith("^") ? text.startsWith(word.substring(1)) : text.contains(word);
  }

  private static String text(Random random, int shortest, int longest) {
    int length = random.nextInt(shortest, longest + 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(3)));
    }
    return text.toString();
  }

  private static Stream<String> agents(String name) {
    return resource(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  private static String resource(String name) {
    try (InputStream list =
        Objects.requireNonNull(PreviewAgents.class.getResourceAsStream(name), name)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void match_askedAgainAfterManyOthers_staysTheSame() {
    PreviewAgents agents = PreviewAgents.parse("previewer");
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 2_500; i++) {
        assertTrue(agents.match("Previewer/" + i));
        assertFalse(agents.match("Browser/" + i));
      }
    }
  }

  @Test
  void match_longAgentsThatBeginAlike_areToldApart() {
    PreviewAgents agents = PreviewAgents.parse("previewer");
    String padding = "x".repeat(10_000);

    assertTrue(agents.match(padding + "previewer"));
    assertFalse(agents.match(padding));
    assertTrue(agents.match(padding + "previewer"));
  }
}
