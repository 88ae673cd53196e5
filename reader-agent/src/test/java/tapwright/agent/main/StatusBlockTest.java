package tapwright.agent.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tapwright.agent.station.ReaderDoing;

class StatusBlockTest {

  private static final List<String> PARTS =
      List.of("13 of 500 verified", "14 a minute", "35 min left", "2 failures", "2 uid-owned");

  private static final Map<String, ReaderDoing> READERS =
      new TreeMap<>(
          Map.of(
              "ACS ACR1252 1S CL Reader [ACR1252 Dual Reader PICC] 00 00", ReaderDoing.WRITING,
              "Virtual PCD 00 01", ReaderDoing.FAILING));

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

  /** 59 columns, the last stays free; what is done has its room before the name. */
  private static String shortened() {
    String name = "ACS ACR1252 1S CL Reader [ACR1252 Dual Reader PICC] 00 00";
    String doing = "  writing, leave it there";
    return "…" + name.substring(name.length() - (59 - doing.length() - 1)) + doing;
  }
}
