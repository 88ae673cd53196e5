package tapwright.agent.main.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private Instant now = Instant.EPOCH;
  private final Progress progress = new Progress(() -> now);

  private void madeAfter(int seconds) {
    now = now.plusSeconds(seconds);
    progress.made();
  }

  @Test
  void parts_whileNobodyLaysACard_keepRateAndTimeLeft() {
    progress.expect(10, 0);
    madeAfter(2);
    madeAfter(2);
    List<String> before = progress.parts();
    now = now.plusSeconds(600);
    assertEquals(before, progress.parts());
    assertEquals(List.of("2 of 10 verified", "30 a minute", "16 s left", "0 failures"), before);
  }

  @Test
  void parts_afterAPause_countTheCardsAroundIt() {
    progress.expect(10, 0);
    madeAfter(2);
    madeAfter(300);
    madeAfter(2);
    assertEquals("30 a minute", progress.parts().get(1));
  }

  @Test
  void parts_oneFailure_isSaidInTheSingular() {
    progress.failed("uid-owned");
    assertEquals(List.of("1 failure", "1 uid-owned"), progress.parts().subList(2, 4));
  }
}
