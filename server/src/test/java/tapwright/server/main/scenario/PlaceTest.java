package tapwright.server.main.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

  private static final String BODY =
      """
      {"outcome": "deny", "decision": {"by": [{"clause": "B2"}, {"clause": "B4"}], "over": [],
        "effects": ["cancel-now", "hold"], "usage": {"taps": 3}}, "held": false, "none": null}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/outcome|deny",
        "/held|false",
        "/none|null",
        "/decision/usage/taps|3",
        "/decision/usage|{\"taps\":3}",
        "/decision/effects|cancel-now, hold",
        "/decision/effects/1|hold",
        "/decision/over|none",
        "/decision/over/*/clause|none",
        "/decision/by/*/clause|B2, B4",
        "/decision/by/*/lines|absent, absent",
        "/decision/due/*/at|absent",
        "/amount|absent"
      })
  void what_isThere(String pointer, String text) {
    assertEquals(text, new Place(pointer).in(Words.json(BODY)));
  }

  @ParameterizedTest
  @CsvSource({"/outcome, outcome", "/decision/by/*/clause, decision by clause"})
  void said_inWords(String pointer, String words) {
    assertEquals(words, new Place(pointer).said());
  }
}
