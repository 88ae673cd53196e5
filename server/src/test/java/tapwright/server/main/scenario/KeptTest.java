package tapwright.server.main.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptTest {

  private final HandClock clock = new HandClock(Instant.parse("2026-03-08T06:30:00Z"));
  private final Kept kept = new Kept(clock);

  @Test
  void name_standsForWhatWasKept() {
    kept.keep("card", "1HHH3ME80G93K");

    assertEquals("/cards/1HHH3ME80G93K/events", kept.into("/cards/${card}/events"));
  }

  @Test
  void textThatWasKept_isTakenLetterByLetter() {
    kept.keep("odd", "$1 \\ ${card}");

    assertEquals("[$1 \\ ${card}]", kept.into("[${odd}]"));
  }

  @Test
  void nameThatNobodyKept_staysAndIsFound() {
    kept.keep("card", "one");

    assertEquals("${slug}", kept.into("${slug}"));
    assertEquals(
        Optional.of("slug"), kept.unknownIn(Stream.of("${card}", "${now}", "a ${slug} b")));
    assertEquals(Optional.empty(), kept.unknownIn(Stream.of("${card}", "none", "$card")));
  }

  /** The night of 8 March 2026 has no 02:30 in New York. */
  @ParameterizedTest
  @CsvSource({
    "now, 2026-03-08T06:30:00Z",
    "now-3d, 2026-03-05T06:30:00Z",
    "now+90m, 2026-03-08T08:00:00Z",
    "now@Asia/Kolkata, 2026-03-08T12:00+05:30",
    "now@America/New_York, 2026-03-08T01:30-05:00",
    "now+1h@America/New_York, 2026-03-08T03:30-04:00"
  })
  void now_isTheInstantOfTheStory(String name, String instant) {
    assertEquals(instant, kept.into("${" + name + "}"));
  }

  @Test
  void zoneThatThereIsNot_isFound() {
    assertEquals(Optional.of("now@Mars/Base"), kept.unknownIn(Stream.of("${now@Mars/Base}")));
  }

  @Test
  void clock_neverGoesBack() {
    clock.pass(Duration.ofDays(1));
    clock.passUntil(Instant.parse("2026-03-08T00:00:00Z"));

    assertEquals("2026-03-09T06:30:00Z", kept.into("${now}"));
  }
}
