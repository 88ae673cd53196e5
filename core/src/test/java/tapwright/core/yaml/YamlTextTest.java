package tapwright.core.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.RefusalCode;

class YamlTextTest {

  /** A refusal that shows each detail it may count on. */
  private record Shown(YamlFault fault) implements RefusalCode {

    @Override
    public String code() {
      return "shown-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String template() {
      return switch (fault) {
        case MALFORMED -> "{place}|{problem}";
        case KEY_UNKNOWN -> "{place}|{key}|{allowed}";
        case KEY_TWICE -> "{place}|{key}";
        case KEY_MISSING -> "{place}|{owner}|{key}|{allowed}";
        case VALUE_WRONG -> "{place}|{key}|{seen}|{allowed}";
      };
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MALFORMED, 'a: [', t.yaml:1:5|",
    "MALFORMED, '', t.yaml|the text is empty",
    "MALFORMED, 'a: &x 1', t.yaml:1:4|anchors and aliases are not taken",
    "KEY_UNKNOWN, 'b: 1', 't.yaml:1:1|b|a, c'",
    "KEY_TWICE, '{a: 1, a: 2}', t.yaml:1:8|a",
    "KEY_MISSING, 'c: 1', t.yaml:1:1|the document|a|the key with a value",
    "VALUE_WRONG, 'a: 8', t.yaml:1:4|a|\"8\"|a whole number from 1 to 7",
    "VALUE_WRONG, 'a: [8, 9]', t.yaml:1:4|a|a list of 2|a text",
    "VALUE_WRONG, 'a: {b: 1}', t.yaml:1:4|a|a mapping|a text",
    "VALUE_WRONG, '- a', t.yaml:1:1|the document|a list of 1|a mapping"
  })
  void read_eachFault_isRefusedByTheTextsOwnCodeWithItsDetails(
      YamlFault fault, String text, String message) {
    Refusal refusal = refusal(text, root -> root.map("a", "c").required("a").whole(1, 7));

    assertEquals(new Shown(fault), refusal.code());
    assertEquals(message, refusal.message().substring(0, message.length()));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5", "-2, -2", "1000, 1000", "0010.2500, 10.25"})
  void number_decimalInReach_isRead(String text, double value) {
    assertEquals(Checked.passed(value), read("a: " + text, root -> value(root).number(-2, 1000)));
  }

  @ParameterizedTest
  @CsvSource({"-2.1", "1000.1", "1e2", "'\"1,5\"'", "12345", "1.23456", ".5", "NaN"})
  void number_outOfReachOrOtherForm_isRefused(String text) {
    assertEquals(
        new Shown(YamlFault.VALUE_WRONG),
        refusal("a: " + text, root -> value(root).number(-2, 1000)).code());
  }

  @ParameterizedTest
  @EnumSource(YamlFault.class)
  void oneOf_spellingOfTheList_isItsValue(YamlFault fault) {
    assertEquals(
        Checked.passed(fault),
        read("a: " + fault.name(), root -> value(root).oneOf(all(), YamlFault::name)));
  }

  @Test
  void oneOf_otherSpelling_isRefusedWithTheList() {
    assertEquals(
        "t.yaml:1:4|a|\"malformed\"|one of MALFORMED, KEY_UNKNOWN, KEY_TWICE, KEY_MISSING,"
            + " VALUE_WRONG",
        refusal("a: malformed", root -> value(root).oneOf(all(), YamlFault::name)).message());
  }

  @Test
  void wrong_longValueOfSeveralLines_showsItsStartOnOne() {
    String text = "a: \"one\\ntwo" + "x".repeat(100) + "\"";
    assertEquals(
        "t.yaml:1:4|a|\"one·two" + "x".repeat(53) + "…\"|true or false",
        refusal(text, root -> value(root).truth()).message());
  }

  @Test
  void root_nestingOfManyLevels_isRefusedAtTheFirstTooDeep() {
    assertEquals(
        "t.yaml:1:65|nested deeper than 64 levels",
        refusal("[".repeat(40_000), YamlNode::list).message());
  }

  private static List<YamlFault> all() {
    return List.of(YamlFault.values());
  }

  private static YamlNode value(YamlNode root) {
    return root.map("a").required("a");
  }

  private static <T> Checked<T> read(String text, Function<YamlNode, T> reader) {
    return Reading.of(() -> reader.apply(new YamlText("t.yaml", text, Shown::new).root()));
  }

  private static <T> Refusal refusal(String text, Function<YamlNode, T> reader) {
    return assertInstanceOf(Checked.Refused.class, read(text, reader)).refusal();
  }
}
