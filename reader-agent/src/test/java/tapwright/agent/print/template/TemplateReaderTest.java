package tapwright.agent.print.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.print.Refused;
import tapwright.agent.print.stock.SheetStock;
import tapwright.agent.print.text.Weight;

class TemplateReaderTest {

  private static final String TEMPLATE =
      """
      template: mine
      title: Mine
      stock: dymo-57x32
      parts:
        - symbol: link
          at: [1, 2]
          side: 26
        - field: name
          at: [28, 3.5]
          size: [28, 8]
          points: [7, 11]
          weight: bold
          lines: 2
      """;

  @Test
  void read_template_hasItsParts() {
    LabelTemplate template = TemplateReader.read("mine.yaml", TEMPLATE).orThrow();
    assertEquals("mine", template.id());
    assertEquals("dymo-57x32", template.stock().id());
    TextPart name = (TextPart) template.parts().get(1);
    assertEquals(new Wording.OfField(LabelField.NAME), name.wording());
    assertEquals(Weight.BOLD, name.style().weight());
    assertEquals(28, name.frame().left());
  }

  @Test
  void read_sheetOfOnesOwn_hasItsGrid() {
    String own =
        TEMPLATE.replace(
            "stock: dymo-57x32",
            """
            stock:
              paper: a4
              label: [70, 36]
              first: [0, 4.5]
              pitch: [70, 36]
              count: [3, 8]""");
    SheetStock stock = (SheetStock) TemplateReader.read("mine.yaml", own).orThrow().stock();
    assertEquals(24, stock.labels());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: Mine|colour: red|mine.yaml:2:1: key 'colour'; allowed are template, title, stock,"
            + " parts",
        "title: Mine|template: other|mine.yaml:2:1: key 'template' again; allowed is once",
        "title: Mine|# none|mine.yaml:1:1: no key 'title'; allowed is the key with a value",
        "  - symbol: link|  - symbol: name|mine.yaml:5:13: symbol is \"name\"; allowed is one of link,"
            + " contact",
        "    side: 26|    side: 40|mine.yaml:5:5: the part reaches 41.00 by 42.00 mm, which is beyond"
            + " the label; allowed are 57.00 by 32.00 mm",
        "    weight: bold|    weight: fat|mine.yaml:12:13: weight is \"fat\"; allowed is one of regular,"
            + " bold",
        "    lines: 2|    lines: 0|mine.yaml:13:12: lines is \"0\"; allowed is a whole number from 1 to"
            + " 10",
        "    lines: 2|    ink: red|mine.yaml:13:10: ink is \"red\"; allowed is six lower-case"
            + " hexadecimal digits in quotes, as \"1a2b3c\"",
        "    points: [7, 11]|    points: [11, 7]|mine.yaml:11:13: points is a list of 2; allowed is the"
            + " least size first, then the usual one",
        "    points: [7, 11]|    points: 11|mine.yaml:11:13: points is \"11\"; allowed is a list",
        "    size: [28, 8]|    size: [28]|mine.yaml:10:11: size is a list of 1; allowed is a list of two"
            + " numbers",
        "    size: [28, 8]|    size: [28, 8mm]|mine.yaml:10:16: size is \"8mm\"; allowed is a number"
            + " from 0.0 to 1000.0, with a point",
        "  - field: name|  - words: ' '|mine.yaml:8:12: words is \" \"; allowed is a text",
        "  - symbol: link|  - picture: face|mine.yaml:7:5: key 'side'; allowed are picture, at, size",
        "  - symbol: link|  - sign: link|mine.yaml:5:5: no key 'field'; allowed is a key that says what"
            + " the part is: field, words, symbol, picture or fill",
        "template: mine|template: My One|mine.yaml:1:11: template is \"My One\"; allowed is lower-case"
            + " words joined by hyphens",
        "    at: [1, 2]|    at: &a [1, 2]|mine.yaml:6:9: anchors and aliases are not taken; allowed is"
            + " one document of YAML 1.2"
      })
  void read_oneThingWrong_isRefusedWithPlaceAndWhatIsAllowed(
      String line, String instead, String message) {
    String text = TEMPLATE.replace(line, instead);
    assertTrue(!text.equals(TEMPLATE), "nothing was replaced");
    assertEquals(message, Refused.by(TemplateReader.read("mine.yaml", text)).message());
  }

  @Test
  void read_unknownStock_isRefusedWithTheKnownOnes() {
    String text = TEMPLATE.replace("dymo-57x32", "dymo");
    String message = Refused.by(TemplateReader.read("mine.yaml", text)).message();
    assertTrue(
        message.startsWith(
            "mine.yaml:3:8: stock is \"dymo\"; allowed is measures of your own or one of cr80, "),
        message);
  }

  @Test
  void read_sheetThatDoesNotLieOnItsPaper_isRefused() {
    String text =
        TEMPLATE.replace(
            "stock: dymo-57x32",
            "stock: {paper: a4, label: [70, 36], first: [1, 4.5], pitch: [70, 36], count: [3, 8]}");
    assertEquals(
        "mine.yaml:3:8: stock is a mapping; allowed is a grid whose labels all lie on the paper",
        Refused.by(TemplateReader.read("mine.yaml", text)).message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0, 0]", "[70, 35]", "[69, 36]"})
  void read_labelsThatLieOnEachOther_areRefused(String pitch) {
    String text =
        TEMPLATE.replace(
            "stock: dymo-57x32",
            "stock: {paper: a4, label: [70, 36], first: [0, 4.5], count: [3, 8], pitch: %s}"
                .formatted(pitch));
    assertEquals(
        "mine.yaml:3:76: pitch is a list of 2; allowed is the label's size or more",
        Refused.by(TemplateReader.read("mine.yaml", text)).message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1", "\u0000", "a: b: c", "- 1\n--- \n- 2"})
  void read_textThatIsNoDocument_isRefused(String text) {
    String code = Refused.by(TemplateReader.read("mine.yaml", text)).code().code();
    assertEquals("template-yaml", code);
  }

  @Test
  void read_moreThanATemplateHas_isRefused() {
    String large = TEMPLATE + "#".repeat(100_000);
    assertEquals(
        "mine.yaml: "
            + large.length()
            + " characters, more than 100000; allowed is one document of"
            + " YAML 1.2",
        Refused.by(TemplateReader.read("mine.yaml", large)).message());
  }

  @Test
  void read_deepNesting_isRefused() {
    String deep = "[".repeat(40_000);
    assertEquals(TemplateRefusal.YAML, Refused.by(TemplateReader.read("mine.yaml", deep)).code());
  }
}
