package tapwright.agent.emulator;

import java.util.function.BooleanSupplier;
import javax.smartcardio.CardException;

/** Waiting for emulated readers in the terms of javax.smartcardio. */
final class Waiting {

  private Waiting() {}

  /** Waits until the condition holds; false after the timeout, of which 0 means none. */
  static boolean in(EmulatedReaders readers, BooleanSupplier condition, long timeoutMillis)
      throws CardException {
    if (timeoutMillis < 0) {
      throw new IllegalArgumentException("timeout is " + timeoutMillis + ", allowed is 0 and more");
    }
    try {
      return readers.await(condition, timeoutMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CardException("interrupted while waiting for a card", e);
    }
  }
}
