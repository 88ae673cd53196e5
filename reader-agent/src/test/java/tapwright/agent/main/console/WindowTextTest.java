package tapwright.agent.main.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTextTest {

  private static final WindowText NARROW = new WindowText(20);

  @Test
  void longLine_breaksAtItsSpacesAndHangs() {
    assertEquals(
        List.of("  page 03: E110120F,", "    the tag says so"),
        NARROW.of("  page 03: E110120F, the tag says so").lines().toList());
  }

  @Test
  void lineOfTheWindowsWidth_staysWhole() {
    assertEquals("a".repeat(9) + " " + "b".repeat(10), whole("a".repeat(9) + " " + "b".repeat(10)));
  }

  @Test
  void longWord_isNeverCut() {
    String word = "D1011055046578616D706C652E636F6D";
    assertEquals(
        List.of("message", "  " + word, "  end"),
        NARROW.of("message " + word + " end").lines().toList());
    assertEquals(word, whole(word));
    assertEquals("    " + word, whole("    " + word));
  }

  @Test
  void windowTooNarrowForWords_isLeftToTheTerminal() {
    assertEquals("some words here", new WindowText(5).of("some words here"));
  }

  private static String whole(String text) {
    return NARROW.of(text);
  }
}
