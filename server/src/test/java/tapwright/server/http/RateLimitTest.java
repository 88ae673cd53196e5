package tapwright.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private long nanos;
  private final RateLimit limit = new RateLimit(2, () -> nanos);

  @Test
  void callers_areCountedEachForItself_untilTheMinuteIsOver() {
    assertEquals(new RateLimit.Standing(1, 60), limit.count("one"));
    assertEquals(new RateLimit.Standing(0, 60), limit.count("one"));
    assertEquals(new RateLimit.Standing(1, 60), limit.count("other"));
    nanos = Duration.ofMillis(59_500).toNanos();
    assertEquals(new RateLimit.Standing(-1, 1), limit.count("one"));
    assertEquals(new RateLimit.Standing(-1, 1), limit.count("one"));

    nanos = Duration.ofMinutes(1).toNanos();
    assertEquals(new RateLimit.Standing(1, 60), limit.count("one"));
  }
}
