package tapwright.agent.pcsc;

import java.time.Duration;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** How a session waits for a tag to come or to go. */
enum Waiting {
  /** By asking again and again: the platform's provider stops every other reader while it waits. */
  POLLING {
    @Override
    void await(boolean present, CardTerminal terminal, Duration most, PollClock clock) {
      clock.pause(POLL_INTERVAL);
    }
  },
  /** Inside PC/SC, for a provider whose waits hurt nobody. */
  INSIDE {
    @Override
    void await(boolean present, CardTerminal terminal, Duration most, PollClock clock)
        throws CardException {
      if (terminal.isCardPresent() == present) {
        clock.pause(POLL_INTERVAL); // there is nothing to wait for, as with a tag that is mute
      } else if (present) {
        terminal.waitForCardPresent(Math.max(1, most.toMillis()));
      } else {
        terminal.waitForCardAbsent(Math.max(1, most.toMillis()));
      }
    }
  };

  /** A poll takes 0.02 to 0.15 ms; staff do not feel this much delay. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(25);

  /** Returns when it may be so, after the time, or when the thread is interrupted. */
  abstract void await(boolean present, CardTerminal terminal, Duration most, PollClock clock)
      throws CardException;
}
