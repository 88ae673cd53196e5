package tapwright.agent.emulator;

import java.time.Duration;

/**
 * How emulated readers keep the pace of real ones.
 *
 * @param overhead what host and reader add to each exchange beside the air
 * @param waiter where the time passes
 */
public record Pacing(Duration overhead, Waiter waiter) {

  /** As fast as the machine is. */
  public static final Pacing NONE = new Pacing(Duration.ZERO, time -> {});

  /** Lets time pass: on a clock that is only counted, or by parking the thread. */
  @FunctionalInterface
  public interface Waiter {
    void pass(Duration time);
  }

  /** Lets an exchange take its time. */
  void exchange(long airNanos) {
    waiter.pass(overhead.plusNanos(airNanos));
  }
}
