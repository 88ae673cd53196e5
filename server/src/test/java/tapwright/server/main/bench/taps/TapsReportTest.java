package tapwright.server.main.bench.taps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tapwright.server.main.bench.load.StoredTaps;
import tapwright.server.main.bench.load.TapLoad;
import tapwright.server.main.bench.load.Wrk;

class TapsReportTest {

  private static final TapLoad AT_32 = new TapLoad(TapLoad.Kind.LINK, 1, 32);

  private static TapSample sample(TapRow row, TapLoad load, long answered) {
    return new TapSample(
        row,
        load,
        new Wrk.Result(answered, 0, 0, 1_000_000, 500, 5_000),
        Duration.ofMillis(100),
        row == TapRow.BARE ? Optional.empty() : Optional.of(new StoredTaps.Count(answered, 0)));
  }

  private static TapsReport report(List<TapSample> samples) {
    return new TapsReport(samples, new TapsReport.Remarks(List.of("a note"), List.of()), Map.of());
  }

  @Test
  void figures_areMediansOfTheRounds() {
    List<TapSample> samples = new ArrayList<>();
    for (long answered : List.of(900, 100, 300)) {
      samples.add(sample(TapRow.SQLITE, AT_32, answered));
      samples.add(sample(TapRow.BARE, AT_32, 10 * answered));
    }
    TapsReport report = report(samples);

    assertEquals(2, report.figures().size());
    assertEquals(300, report.figures().getFirst().perSecond());
    assertEquals(List.of(900.0, 100.0, 300.0), report.figures().getFirst().rounds());
    assertEquals(0.1, report.ratio(TapRow.SQLITE, TapRow.BARE, AT_32).orElseThrow(), 1e-9);
    assertEquals(1_300, report.answered());
    assertEquals(1_300, report.stored());
  }

  @Test
  void median_ofTwoRounds_liesBetweenThem() {
    TapsReport report =
        report(List.of(sample(TapRow.SQLITE, AT_32, 100), sample(TapRow.SQLITE, AT_32, 300)));

    assertEquals(200, report.figures().getFirst().perSecond());
  }

  @Test
  void bars_areJudgedWhereBothRowsWereMeasured() {
    List<String> met =
        TapsTable.lines(
            report(List.of(sample(TapRow.BARE, AT_32, 100), sample(TapRow.SQLITE, AT_32, 30))));
    List<String> missed =
        TapsTable.lines(
            report(List.of(sample(TapRow.BARE, AT_32, 100), sample(TapRow.SQLITE, AT_32, 29))));

    assertEquals(1, met.stream().filter(line -> line.contains(" / ")).count(), met.toString());
    assertTrue(met.stream().anyMatch(line -> line.endsWith("0.30  (0.30) met")), met.toString());
    assertTrue(
        missed.stream().anyMatch(line -> line.endsWith("0.29  (0.30) NOT MET")), missed.toString());
  }

  @Test
  void table_staysWithin80Columns() {
    List<TapSample> samples = new ArrayList<>();
    for (TapLoad load : TapLoad.all()) {
      TapRow.of(load).forEach(row -> samples.add(sample(row, load, 123_456)));
    }
    List<String> lines = TapsTable.lines(report(samples));

    assertEquals(List.of(), lines.stream().filter(line -> line.length() > 80).toList());
    assertEquals(8, lines.stream().filter(line -> line.contains(" / ")).count());
    assertTrue(lines.contains("a note"));
  }

  @Test
  void aHitThatIsNotOnRecord_isToldAndSpoilsTheRun() {
    TapSample lost =
        new TapSample(
            TapRow.SQLITE,
            AT_32,
            new Wrk.Result(100, 0, 0, 1_000_000, 1, 1),
            Duration.ZERO,
            Optional.of(new StoredTaps.Count(99, 0)));
    TapsReport report = report(List.of(lost));

    assertFalse(report.isExact());
    assertTrue(TapsTable.lines(report).contains("NOT EXACT:"));
    assertTrue(TapsTable.lines(report).contains(lost.mismatch().orElseThrow()));
  }

  @Test
  void moreOnRecordThanAnswered_isExplained() {
    TapSample ahead =
        new TapSample(
            TapRow.SQLITE,
            AT_32,
            new Wrk.Result(100, 0, 0, 1_000_000, 1, 1),
            Duration.ZERO,
            Optional.of(new StoredTaps.Count(110, 0)));
    List<String> lines = TapsTable.lines(report(List.of(ahead)));

    assertTrue(lines.stream().anyMatch(line -> line.startsWith("more on record: ")), "" + lines);
    assertTrue(lines.stream().allMatch(line -> line.length() <= 80), "" + lines);
  }

  @Test
  void aRollUpThatDoesNotFit_spoilsTheRun() {
    TapsReport report =
        new TapsReport(
            List.of(sample(TapRow.SQLITE, AT_32, 100)),
            new TapsReport.Remarks(List.of(), List.of("card X")),
            Map.of());

    assertFalse(report.isExact());
    assertTrue(TapsTable.lines(report).contains("card X"));
  }
}
