package tapwright.agent.pcsc;

import java.time.Duration;
import java.util.Optional;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/**
 * One reader at which tags come and go, watched by one thread.
 *
 * <p>Unplugged and plugged in again it is the same reader, whichever index PC/SC gives it then.
 */
public final class ReaderSession {

  private final FollowedReader reader;
  private final Waiting waiting;
  private final PollClock clock;

  ReaderSession(FollowedReader reader, Waiting waiting, PollClock clock) {
    this.reader = reader;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** The reader's name as PC/SC gives it now. */
  public String name() {
    return terminal().getName();
  }

  /**
   * Waits for a tag and connects to it; empty when none came in time or the thread is interrupted.
   *
   * @throws ReaderFault.ReaderGone when the reader is unplugged or another program holds the tag
   */
  public Optional<TagConnection> awaitTag(Duration timeout) {
    reader.follow();
    long end = clock.nanos() + timeout.toNanos();
    Optional<TagConnection> connection = connect();
    while (connection.isEmpty() && mayWaitUntil(end)) {
      waitFor(true, end);
      connection = connect();
    }
    return connection;
  }

  /** Waits for the field to be empty; false when it is not in time. */
  public boolean awaitRemoval(Duration timeout) {
    long end = clock.nanos() + timeout.toNanos();
    boolean present = isTagPresent();
    while (present && mayWaitUntil(end)) {
      waitFor(false, end);
      present = isTagPresent();
    }
    return !present;
  }

  /** Whether something is in the field. */
  public boolean isTagPresent() {
    try {
      return terminal().isCardPresent();
    } catch (CardException e) {
      throw CardFaults.withReader(name() + " was being watched", e);
    }
  }

  /** The reader as it stands; a tag that another program holds is present without an ATR. */
  ReaderState state() {
    if (!isTagPresent()) {
      return new ReaderState(name(), false, null, null);
    }
    try (SmartcardConnection connection = SmartcardConnection.to(terminal())) {
      return new ReaderState(name(), true, connection.atr(), connection.uid().orElse(null));
    } catch (CardException e) {
      if (CardFaults.saysBusy(e) || CardFaults.saysNoTag(e)) {
        return new ReaderState(name(), true, null, null);
      }
      throw CardFaults.withReader(name() + " was being looked at", e);
    }
  }

  private Optional<TagConnection> connect() {
    if (!isTagPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SmartcardConnection.to(terminal()));
    } catch (CardException e) {
      if (CardFaults.saysNoTag(e)) {
        return Optional.empty();
      }
      throw CardFaults.withReader("a tag on " + name() + " was being connected", e);
    }
  }

  private void waitFor(boolean present, long end) {
    try {
      waiting.await(present, terminal(), Duration.ofNanos(end - clock.nanos()), clock);
    } catch (CardException e) {
      if (!Thread.currentThread().isInterrupted()) {
        throw CardFaults.withReader(name() + " was being watched", e);
      }
    }
  }

  private CardTerminal terminal() {
    return reader.terminal();
  }

  private boolean mayWaitUntil(long end) {
    return end - clock.nanos() > 0 && !Thread.currentThread().isInterrupted();
  }
}
