package tapwright.server.main;

import java.security.SecureRandom;
import tapwright.server.store.PostgresStore;

/** Time and chance for stores. */
final class StoreMeans {

  private StoreMeans() {}

  static PostgresStore.Means ofThisProcess(SecureRandom random) {
    return new PostgresStore.Means(Installation.CLOCK, System::nanoTime, random, Thread::sleep);
  }
}
