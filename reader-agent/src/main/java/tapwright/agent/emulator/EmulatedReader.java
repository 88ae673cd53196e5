package tapwright.agent.emulator;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;

/**
 * One emulated reader: tags are laid on it by hand or by a feeder, and the agent sees them.
 *
 * <p>No reader waits for another: each has locks of its own, one for its state and one that makes
 * its exchanges follow each other while their time passes.
 */
public final class EmulatedReader {

  private final String name;
  private final ReaderFront front;
  private final Pacing pacing;
  private final Runnable changed;
  private final ReentrantLock oneExchange = new ReentrantLock();

  private @Nullable VirtualTag tag;
  private long presentation;
  private long paidNanos;

  EmulatedReader(String name, ReaderFront front, Pacing pacing, Runnable changed) {
    this.name = name;
    this.front = front;
    this.pacing = pacing;
    this.changed = changed;
  }

  /** The name as PC/SC shows it. */
  public String name() {
    return name;
  }

  /** The firmware in it. */
  public ReaderFront front() {
    return front;
  }

  /** Answers an escape command, which is for the reader alone; empty where it takes none. */
  Optional<Bytes> escape(Bytes command) {
    return front.escape(command);
  }

  /** Lays a tag on the reader; one that lies there already is taken away first. */
  public void place(VirtualTag next) {
    synchronized (this) {
      takeAway();
      next.place();
      paidNanos = next.airtime().nanos();
      front.receive(next);
      tag = next;
      presentation++;
    }
    changed.run();
  }

  /** Takes away the tag, if one lies there. */
  public void remove() {
    synchronized (this) {
      takeAway();
      presentation++;
    }
    changed.run();
  }

  /** The tag in the field, if any. */
  public synchronized Optional<VirtualTag> tag() {
    return Optional.ofNullable(tag).filter(VirtualTag::inField);
  }

  /** What it makes up as the tag's ATR. */
  Bytes atr(VirtualTag present) {
    return front.atr(present);
  }

  /** Which presentation this is: it changes whenever a tag comes or goes. */
  synchronized long presentation() {
    return presentation;
  }

  /**
   * Answers a command APDU when its time has passed; empty when the tag of that presentation is not
   * there any more.
   */
  Optional<Bytes> transmit(long expected, Bytes command) {
    oneExchange.lock();
    try {
      Optional<Exchange> exchange = exchange(expected, command);
      exchange.ifPresent(this::letPass);
      return exchange.map(Exchange::answer).filter(answer -> !answer.isEmpty());
    } finally {
      oneExchange.unlock();
    }
  }

  /** Switches the field off and on, as a reset does. */
  synchronized void cycleField() {
    if (tag != null) {
      front.cycleField(tag);
    }
  }

  private synchronized Optional<Exchange> exchange(long expected, Bytes command) {
    VirtualTag present = tag;
    if (present == null || presentation != expected || !present.inField()) {
      return Optional.empty();
    }
    Bytes answer = front.answer(present, command);
    boolean torn = !present.inField();
    if (torn) {
      tag = null;
      presentation++;
    }
    return Optional.of(new Exchange(answer, unpaidNanos(present), torn));
  }

  /** Time on the air since the last exchange, with the activation that came before it. */
  private long unpaidNanos(VirtualTag present) {
    long now = present.airtime().nanos();
    long unpaid = now - paidNanos;
    paidNanos = now;
    return unpaid;
  }

  private void letPass(Exchange exchange) {
    if (exchange.torn()) {
      changed.run();
    }
    pacing.exchange(exchange.airNanos());
  }

  private void takeAway() {
    if (tag != null) {
      tag.lift();
      tag = null;
    }
  }

  /** One answered command. */
  private record Exchange(Bytes answer, long airNanos, boolean torn) {}
}
