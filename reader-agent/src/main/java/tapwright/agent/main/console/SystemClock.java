package tapwright.agent.main.console;

import java.time.Duration;
import tapwright.agent.pcsc.PollClock;
import tapwright.agent.print.target.PrinterClock;

/** The machine's own time, for polling readers and printers. */
public final class SystemClock implements PollClock, PrinterClock {

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
