package tapwright.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  /** Half a minute before the date that RFC 9110 shows in three forms, and which is a Sunday. */
  private static final Instant NOW = Instant.parse("1994-11-06T08:49:07Z");

  private static Optional<Duration> of(String value) {
    return RetryAfter.of(value, NOW);
  }

  @Test
  void seconds_areWhatTheySay() {
    assertEquals(Optional.of(Duration.ofSeconds(90)), of("90"));
    assertEquals(Optional.of(Duration.ZERO), of("0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
  void dates_areTheTimeUntilThen(String value) {
    assertEquals(Optional.of(Duration.ofSeconds(30)), of(value));
  }

  @Test
  void yearOfTwoDigits_isOfThisCentury() {
    assertEquals(
        Optional.of(Duration.ofSeconds(30)),
        RetryAfter.of("Monday, 02-Mar-26 08:00:30 GMT", Instant.parse("2026-03-02T08:00:00Z")));
  }

  @Test
  void dateThatIsOver_isNoTimeAtAll() {
    assertEquals(Optional.of(Duration.ZERO), of("Sun, 06 Nov 1994 08:49:00 GMT"));
    assertEquals(Optional.of(Duration.ZERO), of("Sun Nov 16 08:49:37 1902"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "-1",
        "1.5",
        "1234567890",
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:49:37 GMT",
        "Sun, 31 Feb 1994 08:49:37 GMT",
        "1994-11-06T08:49:37Z",
        "Sun, 06 Nov 1994 08:49:37 GMT, 120"
      })
  void whatIsNeither_saysNothing(String value) {
    assertEquals(Optional.empty(), of(value));
  }
}
