package tapwright.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FlowedTextTest {

  private static final String WORD = "abcdefg ";

  @Test
  void lines_fit_andJoinedAgainAreTheParagraph() {
    String paragraph = WORD.repeat(50).strip();
    String text = FlowedText.of(paragraph);

    assertEquals(paragraph, text.replace(" \n", " "));
    assertTrue(text.lines().allMatch(line -> line.length() <= 73), text);
    assertTrue(text.lines().count() < 8, text);
  }

  @Test
  void lineThatFitsExactly_isNotBroken() {
    String line = WORD.repeat(9).strip() + "x";
    assertEquals(72, line.length());
    assertEquals(line, FlowedText.of(line));
    assertEquals(WORD.repeat(9) + "\nxy", FlowedText.of(WORD.repeat(9) + "xy"));
  }

  @Test
  void longWord_staysWhole() {
    String link = "https://example.com/" + "a".repeat(100);
    assertEquals("See \n" + link, FlowedText.of("See " + link));
  }

  @Test
  void marksOfLetters_takeNoPlace() {
    String line = "क्".repeat(72);
    assertEquals(line, FlowedText.of(line));
  }

  @Test
  void quotationAndStartOfAMail_areStuffed() {
    assertEquals(" > a", FlowedText.of("> a"));
    assertEquals(" From a", FlowedText.of("From a"));
    assertEquals("From", FlowedText.of("From"));
    assertEquals("a".repeat(72) + " \n >b", FlowedText.of("a".repeat(72) + " >b"));
  }
}
