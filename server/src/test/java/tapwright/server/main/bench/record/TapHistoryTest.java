package tapwright.server.main.bench.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tapwright.server.main.bench.load.BenchCard;
import tapwright.server.main.bench.load.TapLoad;
import tapwright.server.record.hit.Arrival;

class TapHistoryTest {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(400);

  @Test
  void taps_comeInOrderOverTheWholeTime_withNoCounterTwiceOnACard() {
    Random random = new Random(5);
    List<BenchCard> cards = BenchCard.draw(random, TapLoad.Kind.MIRROR, 7);
    TapHistory history = new TapHistory(cards, BEGIN, LENGTH, random);
    Set<String> mirrors = new HashSet<>();
    Instant last = BEGIN;
    for (int place = 0; place < 1_000; place++) {
      Arrival tap = history.tap(place, 1_000);
      assertFalse(tap.at().isBefore(last));
      assertTrue(mirrors.add(tap.hit().written().mirror()), tap.hit().toString());
      last = tap.at();
    }

    assertEquals(399, Duration.between(BEGIN, last).toDays());
  }
}
