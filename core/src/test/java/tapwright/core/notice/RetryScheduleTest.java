package tapwright.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final RetrySchedule HOOKS = RetrySchedule.HOOKS;

  @Test
  void pauses_growAndEndAfterTheLastTry() {
    Duration before = Duration.ZERO;
    for (int tries = 1; tries < HOOKS.tries(); tries++) {
      Duration pause = HOOKS.after(tries, 0, Optional.empty()).orElseThrow();
      assertTrue(pause.compareTo(before) > 0, pause + " after " + before);
      before = pause;
    }
    assertEquals(Optional.empty(), HOOKS.after(HOOKS.tries(), 0, Optional.empty()));
  }

  @Test
  void chance_makesAPauseLongerByAFifthAtMost() {
    assertEquals(Optional.of(Duration.ofMinutes(5)), HOOKS.after(2, 0, Optional.empty()));
    assertEquals(Optional.of(Duration.ofMinutes(6)), HOOKS.after(2, 1, Optional.empty()));
  }

  @Test
  void whatTheReceiverAsksFor_isWaitedForWithinADay() {
    assertEquals(
        Optional.of(Duration.ofSeconds(90)),
        HOOKS.after(1, 0, Optional.of(Duration.ofSeconds(90))));
    assertEquals(
        Optional.of(Duration.ofMinutes(5)), HOOKS.after(2, 0, Optional.of(Duration.ofSeconds(1))));
    assertEquals(
        Optional.of(RetrySchedule.LONGEST_ASKED),
        HOOKS.after(1, 0, Optional.of(Duration.ofDays(900))));
  }

  @Test
  void after_noTry_isADefect() {
    assertThrows(IllegalArgumentException.class, () -> HOOKS.after(0, 0, Optional.empty()));
  }
}
