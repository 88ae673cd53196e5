package tapwright.agent.pcsc;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Time that moves by pauses only, and lets something happen in one of them. */
final class SteppingClock implements PollClock {

  private final Map<Integer, Runnable> events = new TreeMap<>();
  private long nanos = Long.MAX_VALUE - 100; // any origin, so also one that overflows
  private int pauses;

  /** Runs the event in the pause of that number, counted from 1. */
  void atPause(int number, Runnable event) {
    events.put(number, event);
  }

  int pauses() {
    return pauses;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void pause(Duration duration) {
    pauses++;
    nanos += duration.toNanos();
    events.getOrDefault(pauses, () -> {}).run();
  }
}
