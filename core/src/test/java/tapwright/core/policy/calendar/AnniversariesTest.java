package tapwright.core.policy.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.core.policy.Samples.at;

import java.time.Instant;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnniversariesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    // The last of January: each month is clamped by itself, and March is the 31st again.
    "2026-01-31T10:00:00-05:00, 1, 2026-01-31T10:00:00-05:00, 2026-02-28T10:00:00-05:00",
    "2026-01-31T10:00:00-05:00, 1, 2026-02-28T09:59:59-05:00, 2026-02-28T10:00:00-05:00",
    "2026-01-31T10:00:00-05:00, 1, 2026-02-28T10:00:00-05:00, 2026-03-31T10:00:00-04:00",
    "2026-01-31T10:00:00-05:00, 1, 2026-03-31T10:00:00-04:00, 2026-04-30T10:00:00-04:00",
    "2026-01-31T10:00:00-05:00, 1, 2028-02-28T10:00:00-05:00, 2028-02-29T10:00:00-05:00",
    "2026-01-31T10:00:00-05:00, 3, 2026-02-15T10:00:00-05:00, 2026-04-30T10:00:00-04:00",
    // From a leap day: yearly on the 28th, on the 29th again after four years.
    "2024-02-29T10:00:00-05:00, 12, 2024-02-29T10:00:00-05:00, 2025-02-28T10:00:00-05:00",
    "2024-02-29T10:00:00-05:00, 12, 2027-03-01T10:00:00-05:00, 2028-02-29T10:00:00-05:00",
    // Before the origin there is none: the first is one period after it.
    "2026-01-31T10:00:00-05:00, 1, 2020-01-01T00:00:00-05:00, 2026-02-28T10:00:00-05:00",
    // 02:30 is skipped on 8 March: moved to 03:30 there, and back at 02:30 a month later.
    "2026-02-08T02:30:00-05:00, 1, 2026-02-08T02:30:00-05:00, 2026-03-08T03:30:00-04:00",
    "2026-02-08T02:30:00-05:00, 1, 2026-03-08T03:30:00-04:00, 2026-04-08T02:30:00-04:00",
    // 01:30 comes twice on 1 November: the first of the two.
    "2026-10-01T01:30:00-04:00, 1, 2026-10-01T01:30:00-04:00, 2026-11-01T01:30:00-04:00",
    "2026-10-01T01:30:00-04:00, 1, 2026-11-01T01:30:00-04:00, 2026-12-01T01:30:00-05:00"
  })
  void next_isCountedFromTheOrigin(String origin, int months, String after, String next) {
    assertEquals(at(next), new Anniversaries(NEW_YORK, at(origin), months).after(at(after)));
  }

  @Test
  void localDateOfTheZone_decides() {
    // 31 January in Kolkata is still the 30th in New York.
    assertEquals(
        at("2026-02-28T02:00:00+05:30"),
        new Anniversaries(ZoneId.of("Asia/Kolkata"), at("2026-01-31T02:00:00+05:30"), 1)
            .after(at("2026-02-01T00:00:00Z")));
    assertEquals(
        at("2026-03-30T15:30:00-04:00"),
        new Anniversaries(NEW_YORK, at("2026-01-30T15:30:00-05:00"), 1)
            .after(at("2026-02-28T15:30:00-05:00")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void next_isLaterAndTheOneBeforeIsNot(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 1_000; i++) {
      Instant origin = Instant.ofEpochSecond(random.nextLong(1_000_000_000L, 2_000_000_000L));
      Instant after = origin.plusSeconds(random.nextLong(-100_000_000L, 1_000_000_000L));
      Anniversaries anniversaries = new Anniversaries(NEW_YORK, origin, 1 + random.nextInt(24));
      Instant next = anniversaries.after(after);
      String seen = "seed " + seed + ": " + anniversaries + " after " + after + " is " + next;

      assertTrue(next.isAfter(after) && next.isAfter(origin), seen);
      assertEquals(next, anniversaries.after(next.minusNanos(1)), seen);
      assertTrue(anniversaries.after(next).isAfter(next), seen);
    }
  }

  @Test
  void periodWithoutAMonth_isADefect() {
    assertThrows(
        IllegalArgumentException.class, () -> new Anniversaries(NEW_YORK, Instant.EPOCH, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Anniversaries(NEW_YORK, Instant.EPOCH, 1_201));
  }
}
