package tapwright.agent.main.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.agent.station.ReaderDoing;
import tapwright.agent.station.StationNews;

class StatusBlockTest {

  private static final List<String> PARTS =
      List.of("13 of 500 verified", "14 a minute", "35 min left", "2 failures", "2 uid-owned");

  private static final String ACR1252 = "ACS ACR1252 1S CL Reader [ACR1252 Dual Reader PICC] 00 00";

  private static final Map<String, StationNews.AtReader> READERS =
      new TreeMap<>(
          Map.of(
              ACR1252,
              at(ACR1252, ReaderDoing.WRITING, ""),
              "Virtual PCD 00 01",
              at("Virtual PCD 00 01", ReaderDoing.FAILING, "")));

  private static StationNews.AtReader at(String reader, ReaderDoing doing, String label) {
    return new StationNews.AtReader(reader, doing, label);
  }

  private static String shown(ReaderDoing doing, String label) {
    Map<String, StationNews.AtReader> one = Map.of("R", at("R", doing, label));
    return new StatusBlock(120).lines(PARTS, one).getLast();
  }

  @Test
  void lines_cardOfARow_sayWhoseItIs() {
    String label = "line 2 (Anna Sample)";
    assertEquals(
        "R  writing: line 2 (Anna Sample), leave it there", shown(ReaderDoing.WRITING, label));
    assertEquals("R  done: line 2 (Anna Sample), take it away", shown(ReaderDoing.DONE, label));
  }

  @Test
  void lines_refusedCard_isNotCalledDone() {
    assertEquals("R  refused, take another", shown(ReaderDoing.REFUSED, ""));
    assertEquals("R  nothing to make, take it away", shown(ReaderDoing.IDLE, ""));
  }

  @Test
  void lines_wide_areOneForTheCardsAndOneAReader() {
    assertEquals(
        List.of(
            "13 of 500 verified, 14 a minute, 35 min left, 2 failures, 2 uid-owned",
            "ACS ACR1252 1S CL Reader [ACR1252 Dual Reader PICC] 00 00  writing, leave it there",
            "Virtual PCD 00 01  fails, is looked for again"),
        new StatusBlock(120).lines(PARTS, READERS));
  }

  @Test
  void lines_60Columns_breakBetweenPartsAndShortenNames() {
    assertEquals(
        List.of(
            "13 of 500 verified, 14 a minute, 35 min left, 2 failures",
            "2 uid-owned",
            shortened(),
            "Virtual PCD 00 01  fails, is looked for again"),
        new StatusBlock(60).lines(PARTS, READERS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80 | …eader PICC] 00 00  writing: line 2 (Anna Maria Sample-Example), leave it there",
        "60 | …00 00  writing: line 2 (Anna Maria Sample…, leave it there",
        "41 | …00 00  writing: line 2…, leave it there",
        "40 | …r PICC] 00 00  writing, leave it there"
      })
  void lines_narrow_shortenTheCardsNameBeforeWhatIsToBeDone(int columns, String expected) {
    String label = "line 2 (Anna Maria Sample-Example)";
    Map<String, StationNews.AtReader> one =
        Map.of(ACR1252, at(ACR1252, ReaderDoing.WRITING, label));
    assertEquals(expected, new StatusBlock(columns).lines(PARTS, one).getLast());
  }

  /** 59 columns, the last stays free; what is done has its room before the name. */
  private static String shortened() {
    String name = "ACS ACR1252 1S CL Reader [ACR1252 Dual Reader PICC] 00 00";
    String doing = "  writing, leave it there";
    return "…" + name.substring(name.length() - (59 - doing.length() - 1)) + doing;
  }
}
