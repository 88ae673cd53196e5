package tapwright.agent.emulator;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;

/** One emulated reader: tags are laid on it by hand or by a feeder, and the agent sees them. */
public final class EmulatedReader {

  private final String name;
  private final ReaderFront front;
  private final ReentrantLock lock;
  private final Condition changed;
  private @Nullable VirtualTag tag;
  private long presentation;

  EmulatedReader(String name, ReaderFront front, ReentrantLock lock, Condition changed) {
    this.name = name;
    this.front = front;
    this.lock = lock;
    this.changed = changed;
  }

  /** The name as PC/SC shows it. */
  public String name() {
    return name;
  }

  /** Lays a tag on the reader; one that lies there already is taken away first. */
  public void place(VirtualTag next) {
    lock.lock();
    try {
      takeAway();
      next.place();
      front.cycleField(next);
      tag = next;
      moved();
    } finally {
      lock.unlock();
    }
  }

  /** Takes away the tag, if one lies there. */
  public void remove() {
    lock.lock();
    try {
      takeAway();
      moved();
    } finally {
      lock.unlock();
    }
  }

  /** The tag in the field, if any. */
  public Optional<VirtualTag> tag() {
    lock.lock();
    try {
      return Optional.ofNullable(tag).filter(VirtualTag::inField);
    } finally {
      lock.unlock();
    }
  }

  /** What it makes up as the tag's ATR. */
  Bytes atr(VirtualTag present) {
    return front.atr(present);
  }

  /** Which presentation this is: it changes whenever a tag comes or goes. */
  long presentation() {
    lock.lock();
    try {
      return presentation;
    } finally {
      lock.unlock();
    }
  }

  /** Answers a command APDU; empty when the tag of that presentation is not there any more. */
  Optional<Bytes> transmit(long expected, Bytes command) {
    lock.lock();
    try {
      VirtualTag present = tag;
      if (present == null || presentation != expected || !present.inField()) {
        return Optional.empty();
      }
      Bytes answer = front.answer(present, command);
      noticeTear(present);
      return Optional.of(answer).filter(bytes -> !bytes.isEmpty());
    } finally {
      lock.unlock();
    }
  }

  /** Switches the field off and on, as a reset does. */
  void cycleField() {
    lock.lock();
    try {
      if (tag != null) {
        front.cycleField(tag);
      }
    } finally {
      lock.unlock();
    }
  }

  private void noticeTear(VirtualTag present) {
    if (!present.inField()) {
      tag = null;
      moved();
    }
  }

  private void takeAway() {
    if (tag != null) {
      tag.lift();
      tag = null;
    }
  }

  private void moved() {
    presentation++;
    changed.signalAll();
  }
}
