package tapwright.agent.main.reader;

import java.time.Duration;
import java.util.List;
import tapwright.agent.main.console.Console;
import tapwright.agent.pcsc.PollClock;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.Readers;

/** The readers at the begin of a shift, when the machine may not be ready yet. */
public final class AttachedReaders {

  private static final Duration AGAIN = Duration.ofMillis(500);

  private AttachedReaders() {}

  /**
   * Waits until there is a reader, and says once what for.
   *
   * @return none when there was none in time
   * @throws ReaderFault.ServiceGone when there was no PC/SC service in time
   */
  public static List<String> await(
      Readers readers, Duration patience, PollClock clock, Console console) {
    long end = clock.nanos() + patience.toNanos();
    boolean said = false;
    while (true) {
      boolean last = end - clock.nanos() <= 0 || Thread.currentThread().isInterrupted();
      try {
        List<String> names = readers.names();
        if (last || !names.isEmpty()) {
          return names;
        }
        say(said, "no reader is attached; plug one in", console);
      } catch (ReaderFault.ServiceGone gone) {
        if (last) {
          throw gone;
        }
        say(said, String.valueOf(gone.getMessage()), console);
      }
      said = true;
      clock.pause(AGAIN);
    }
  }

  private static void say(boolean said, String what, Console console) {
    if (!said) {
      console.note("tapwright: waiting: " + what);
    }
  }
}
