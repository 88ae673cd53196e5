package tapwright.agent.print.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.agent.print.Contacts;
import tapwright.agent.print.Refused;
import tapwright.core.Checked;

class TextShaperTest {

  private static final TextShaper SHAPER = new TextShaper(Weight.REGULAR);

  @ParameterizedTest
  @EnumSource(Weight.class)
  @Tag("fonts")
  void shape_eachScript_hasAGlyphForEachCluster(Weight weight) {
    TextShaper shaper = new TextShaper(weight);
    for (Contacts one : Contacts.ALL) {
      assertEquals(Checked.passed(one.name()), shaper.covered("name", one.name()));
      ShapedLine line = shaper.shape(one.name(), TextShaper.isRightToLeft(one.name()));
      assertEquals(sorted(one.name()), sorted(textOf(line)), one.script());
      assertFalse(glyphs(line).contains(0), one.script() + " has a missing glyph");
    }
  }

  @Test
  @Tag("fonts")
  void shape_arabicLetters_areJoined() {
    List<Integer> joined = glyphs(SHAPER.shape("ممم", true));
    int alone = glyphs(SHAPER.shape("م", true)).getFirst();
    assertEquals(3, joined.stream().distinct().count(), joined.toString());
    assertFalse(joined.contains(alone), "a joined letter looks like one that stands alone");
  }

  @Test
  @Tag("fonts")
  void shape_arabicInLatin_runsFromRightToLeftInItsPlace() {
    ShapedLine line = SHAPER.shape("NFC محمد 12", false);
    assertEquals("NFC ", textOf(line.runs().get(0)));
    assertTrue(textOf(line).indexOf('د') < textOf(line).indexOf('م'), textOf(line));
    assertEquals(FontFace.ARABIC, faceOf(line, "م"));
    assertTrue(textOf(line).endsWith("12") || textOf(line).contains("12"), textOf(line));
  }

  @Test
  @Tag("fonts")
  void shape_latinInArabic_standsLeftOfWhatIsReadBefore() {
    ShapedLine line = SHAPER.shape("محمد NFC", true);
    assertEquals(FontFace.SANS, line.runs().getFirst().face());
    assertEquals("NFC", textOf(line).replaceAll("[^A-Z]", ""));
  }

  @Test
  @Tag("fonts")
  void shape_devanagariVowelSign_standsBeforeItsConsonantInOneCluster() {
    ShapedLine line = SHAPER.shape("हि", false);
    List<Cluster> clusters = line.runs().getFirst().clusters();
    assertEquals(1, clusters.size());
    assertEquals("हि", clusters.getFirst().text());
    assertEquals(2, clusters.getFirst().glyphs().size());
    int consonant = glyphs(SHAPER.shape("ह", false)).getFirst();
    assertEquals(consonant, clusters.getFirst().glyphs().get(1).id());
  }

  @Test
  @Tag("fonts")
  void shape_spaceBetweenArabicWords_doesNotChangeTheFont() {
    assertEquals(1, SHAPER.shape("محمد عبد", true).runs().size());
  }

  @Test
  void shape_pairThatIsKerned_isNarrowerThanItsLetters() {
    double pair = SHAPER.shape("To", false).width();
    assertTrue(pair < SHAPER.shape("T", false).width() + SHAPER.shape("o", false).width());
  }

  @Test
  void shape_bold_isAnotherFont() {
    ShapedLine bold = new TextShaper(Weight.BOLD).shape("Ada", false);
    assertNotEquals(SHAPER.shape("Ada", false).width(), bold.width());
  }

  @Test
  void outline_line_growsWithItsSize() {
    ShapedLine line = SHAPER.shape("Ada", false);
    double small = line.sized(2).outline().getBounds2D().getHeight();
    assertEquals(2 * small, line.sized(4).outline().getBounds2D().getHeight(), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({
    "Somchai สมชาย, 9, U+0E2A THAI CHARACTER SO SUA",
    "Zoë 🚀, 5, U+1F680 ROCKET",
    "தமிழ், 1, U+0BA4 TAMIL LETTER TA"
  })
  @Tag("fonts")
  void covered_characterThatNoFontHas_isRefusedWithItsName(String text, int at, String named) {
    assertEquals(
        "name has "
            + named
            + " at position "
            + at
            + ", which no font of this build has; allowed are Latin, Greek, Cyrillic, Arabic,"
            + " Devanagari, Chinese, Japanese, Korean",
        Refused.by(SHAPER.covered("name", text)).message());
  }

  @Test
  void covered_moreCharactersThanAnyLabelTakes_isRefused() {
    assertEquals(
        "name has 301 characters; allowed are up to 300",
        Refused.by(SHAPER.covered("name", "a".repeat(301))).message());
  }

  @Test
  void composed_decomposedLetters_areOneCharacter() {
    assertEquals("Zo\u00EB", TextShaper.composed(" Zoe\u0308 "));
  }

  private static FontFace faceOf(ShapedLine line, String letter) {
    return line.runs().stream()
        .filter(run -> textOf(run).contains(letter))
        .findFirst()
        .orElseThrow()
        .face();
  }

  private static String textOf(ShapedLine line) {
    return String.join("", line.runs().stream().map(TextShaperTest::textOf).toList());
  }

  private static String textOf(GlyphRun run) {
    return String.join("", run.clusters().stream().map(Cluster::text).toList());
  }

  private static List<Integer> sorted(String text) {
    return text.codePoints().sorted().boxed().toList();
  }

  private static List<Integer> glyphs(ShapedLine line) {
    return line.runs().stream()
        .flatMap(run -> run.clusters().stream())
        .flatMap(cluster -> cluster.glyphs().stream())
        .map(PlacedGlyph::id)
        .toList();
  }
}
