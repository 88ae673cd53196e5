package tapwright.agent.emulator;

import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The emulated readers of one process, offered as a provider of javax.smartcardio.
 *
 * <p>{@code TerminalFactory.getInstance(EmulatedReaders.TYPE, null, readers.provider())} sees them
 * as if they were attached.
 */
public final class EmulatedReaders {

  /** The provider's factory type, beside the platform's {@code PC/SC}. */
  public static final String TYPE = "Tapwright";

  private final Pacing pacing;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<EmulatedReader> readers = new ArrayList<>();

  /** Readers that answer as fast as the machine does. */
  public EmulatedReaders() {
    this(Pacing.NONE);
  }

  /** Readers that keep a pace. */
  public EmulatedReaders(Pacing pacing) {
    this.pacing = pacing;
  }

  /** Attaches one more reader, named as pcscd would name it. */
  public EmulatedReader attach(ReaderKind kind) {
    return attach(kind, "Tapwright Emulated Reader");
  }

  /** Attaches one more reader under the name of a model; pcscd's indices follow it. */
  public EmulatedReader attach(ReaderKind kind, String model) {
    lock.lock();
    try {
      String name = "%s %02d 00".formatted(model, readers.size());
      EmulatedReader reader = new EmulatedReader(name, new ReaderFront(kind), pacing, this::signal);
      readers.add(reader);
      changed.signalAll();
      return reader;
    } finally {
      lock.unlock();
    }
  }

  /** What is attached, in the order of attachment. */
  public List<EmulatedReader> attached() {
    lock.lock();
    try {
      return List.copyOf(readers);
    } finally {
      lock.unlock();
    }
  }

  /** The readers as a security provider, to be handed to javax.smartcardio. */
  public Provider provider() {
    return new EmulatedProvider(this);
  }

  /** Wakes who waits for a change; called without a reader's lock, which waiting takes. */
  private void signal() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the condition holds or the time is over; 0 waits without end. */
  boolean await(BooleanSupplier condition, long timeoutMillis) throws InterruptedException {
    long nanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    lock.lockInterruptibly();
    try {
      while (!condition.getAsBoolean()) {
        if (timeoutMillis == 0) {
          changed.await();
        } else if (nanos <= 0) {
          return false;
        } else {
          nanos = changed.awaitNanos(nanos);
        }
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
