package tapwright.server.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TapSampleTest {

  private static final TapLoad LOAD = new TapLoad(TapLoad.Kind.LINK, 1, 32);
  private static final Wrk.Result RESULT = new Wrk.Result(1_000, 5, 2, 1_000_000, 100, 200);

  private static TapSample sample(Optional<StoredTaps.Count> stored) {
    return new TapSample(TapRow.SQLITE, LOAD, RESULT, Duration.ofMillis(30), stored);
  }

  @ParameterizedTest
  @CsvSource({"1000", "1032", "1034"})
  void hitsThatWereAnsweredOrOnTheirWay_fit(long rows) {
    assertEquals(
        Optional.empty(), sample(Optional.of(new StoredTaps.Count(rows, rows, rows))).mismatch());
  }

  @ParameterizedTest
  @CsvSource({
    "999, 999, 999", // an answer that is not on record
    "1035, 1035, 1035", // more than can have been sent
    "1000, 1001, 1001", // rolled up twice
    "1000, 999, 999", // not rolled up
    "1000, 1000, 999" // a new tap that was taken for something else
  })
  void anythingElse_doesNot(long rows, long rolledUp, long taps) {
    String mismatch =
        sample(Optional.of(new StoredTaps.Count(rows, rolledUp, taps))).mismatch().orElseThrow();

    assertTrue(
        mismatch.startsWith(
            "SQLite, bare link, 1 card, 32 connections: 1000 answered and at most 34 on their way,"
                + " but "
                + rows
                + " hits on record, "),
        mismatch);
  }

  @Test
  void aRowThatStoresNothing_hasNothingToFit() {
    assertEquals(Optional.empty(), sample(Optional.empty()).mismatch());
  }

  @Test
  void coreTime_isSharedByTheAnswers() {
    assertEquals(30.0, sample(Optional.empty()).coreMicrosPerTap());
  }
}
