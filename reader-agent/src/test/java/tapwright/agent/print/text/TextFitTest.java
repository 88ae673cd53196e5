package tapwright.agent.print.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.print.Refused;
import tapwright.core.Checked;

class TextFitTest {

  private static final SizeRange SIZES = new SizeRange(6, 12);
  private static final String LONG = "Maximiliane Freifrau von Hohenstein";

  @Test
  void lines_textThatFits_takesTheUsualSize() {
    List<ShapedLine> lines = fitted("Ada", 40, 10, 1);
    assertEquals(12 * SizeRange.MILLIMETRES_PER_POINT, lines.getFirst().size(), 1e-9);
  }

  @Test
  void lines_textThatIsTooWide_isShrunkToItsRoom() {
    ShapedLine line = fitted(LONG, 50, 10, 1).getFirst();
    assertTrue(line.size() < 12 * SizeRange.MILLIMETRES_PER_POINT);
    assertTrue(line.widthMillimetres() <= 50 && line.widthMillimetres() > 47, line.toString());
  }

  @Test
  void lines_twoAllowed_areBrokenBetweenWordsIntoSimilarLengths() {
    List<ShapedLine> lines = fitted(LONG, 50, 12, 2);
    assertEquals(
        List.of("Maximiliane Freifrau", "von Hohenstein"),
        lines.stream().map(ShapedLine::text).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"示例贸易有限公司示例贸易有限公司示例", "محمد عبد الله بن عبد العزيز آل سعود الحربي"})
  @Tag("fonts")
  void lines_otherScripts_areBrokenByTheirRules(String text) {
    List<ShapedLine> lines = fitted(text, 40, 12, 2);
    assertEquals(2, lines.size());
    assertEquals(
        text.replace(" ", ""), (lines.get(0).text() + lines.get(1).text()).replace(" ", ""));
  }

  @Test
  void lines_roomTooLowForTwo_takesOneSmallerLine() {
    assertEquals(1, fitted("Ada Example", 20, 4.5, 2).size());
  }

  @Test
  void lines_tooWideInTheSmallestLetters_isRefusedWithTheMillimetres() {
    String message = refused(LONG, 20, 10, 1);
    assertEquals(
        "name 'Maximiliane Freifrau von Hohenstein' is 14.4 mm too wide in the template's smallest"
            + " letters of 6.0 pt; allowed are 1 lines of 20.0 mm, so shorten it or choose a larger"
            + " label",
        message);
  }

  @Test
  void lines_excessThatIsTold_isEnough() {
    String excess = refused(LONG, 20, 10, 1).replaceFirst(".* is ([0-9.]+) mm.*", "$1");
    assertEquals(1, fitted(LONG, 20 + Double.parseDouble(excess), 10, 1).size());
  }

  @Test
  void lines_tooHighForTheSmallestLetters_isRefusedWithTheMillimetres() {
    assertEquals(
        "name 'Ada' is 1.2 mm too high in the template's smallest letters of 6.0 pt; allowed are"
            + " 1.0 mm, so shorten it or choose a larger label",
        refused("Ada", 20, 1, 1));
  }

  @Test
  void lines_emptyText_areNone() {
    assertEquals(List.of(), fitted("  ", 20, 10, 1));
  }

  private static List<ShapedLine> fitted(String text, double width, double height, int lines) {
    return fit(text, new TextRoom(width, height, SIZES, lines)).orThrow();
  }

  private static String refused(String text, double width, double height, int lines) {
    return Refused.by(fit(text, new TextRoom(width, height, SIZES, lines))).message();
  }

  private static Checked<List<ShapedLine>> fit(String text, TextRoom room) {
    return new TextFit(Weight.REGULAR, room).lines("name", text);
  }
}
