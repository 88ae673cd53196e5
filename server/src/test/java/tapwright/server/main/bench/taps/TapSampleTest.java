package tapwright.server.main.bench.taps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.server.main.bench.load.StoredTaps;
import tapwright.server.main.bench.load.TapLoad;
import tapwright.server.main.bench.load.Wrk;

class TapSampleTest {

  private static final TapLoad LOAD = new TapLoad(TapLoad.Kind.LINK, 1, 32);
  private static final Wrk.Result RESULT = new Wrk.Result(1_000, 5, 2, 1_000_000, 100, 200);

  private static TapSample sample(Optional<StoredTaps.Count> stored) {
    return new TapSample(TapRow.SQLITE, LOAD, RESULT, Duration.ofMillis(30), stored);
  }

  @ParameterizedTest
  @CsvSource({"1000", "1032", "1034"})
  void hitsThatWereAnsweredOrOnTheirWay_fit(long rows) {
    assertEquals(Optional.empty(), sample(Optional.of(new StoredTaps.Count(rows, 0))).mismatch());
  }

  @ParameterizedTest
  @CsvSource({
    "999, 0", // an answer that is not on record
    "1035, 0", // more than can have been sent
    "1000, 1" // a new tap that was taken for something else
  })
  void anythingElse_doesNot(long taps, long others) {
    String mismatch =
        sample(Optional.of(new StoredTaps.Count(taps, others))).mismatch().orElseThrow();

    assertEquals(
        "SQLite, bare link, 1 card, 32 connections: 1000 answered and at most 34 on their way, but "
            + taps
            + " taps and "
            + others
            + " other hits on record",
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
