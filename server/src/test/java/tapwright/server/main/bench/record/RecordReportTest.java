package tapwright.server.main.bench.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.server.main.bench.load.Wrk;

class RecordReportTest {

  private static RecordFigure figure(long taps, double busiestMillis) {
    return new RecordFigure(
        "PostgreSQL",
        new RecordFigure.Extent(taps, Math.min(taps, 1_000_000)),
        new RecordFigure.Load(200_000_000_000L, 2_000_000_000L, 900_000_000L),
        new RecordFigure.Decision(1_500_000, Math.round(busiestMillis * 1e6)),
        new Wrk.Result(300_000, 0, 0, 5_000_000, 1_230, 4_560));
  }

  private static RecordReport report(RecordFigure... figures) {
    return new RecordReport(List.of(figures), List.of(), List.of("a note"));
  }

  @Test
  void aFigure_sharesBytesAndTimeAmongItsTaps() {
    assertEquals(100.0, figure(11_000_000, 2).bytesPerTap());
    assertEquals(55_000.0, figure(11_000_000, 2).loadedPerSecond());
    assertEquals(0, figure(0, 2).bytesPerTap());
  }

  @Test
  void lines_stayWithin80Columns() {
    List<String> lines = report(figure(0, 2), figure(11_000_000, 2)).lines();

    assertEquals(List.of(), lines.stream().filter(line -> line.length() > 80).toList());
    assertEquals(
        "PostgreSQL  11,000,000   2,000 100.0   55,000   1.50   2.00  60,000  1.23   4.56",
        lines.get(3));
    assertTrue(lines.contains("a note"));
  }

  @Test
  void usage_isWhatABusyCardTakesLongerThanAQuietOne() {
    assertTrue(
        report(figure(11_000_000, 6.4))
            .lines()
            .contains(
                "PostgreSQL: usage of a card with 1,000,000 taps read in 4.90 ms (5 ms) met"));
    assertTrue(
        report(figure(11_000_000, 6.6))
            .lines()
            .contains(
                "PostgreSQL: usage of a card with 1,000,000 taps read in 5.10 ms (5 ms) NOT MET"));
  }

  @Test
  void aTapThatIsNotOnRecord_spoilsTheRun() {
    RecordReport report = new RecordReport(List.of(), List.of("SQLite: 9 on record"), List.of());

    assertFalse(report.isExact());
    assertTrue(report.lines().contains("SQLite: 9 on record"));
  }
}
