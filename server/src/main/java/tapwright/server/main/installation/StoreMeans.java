package tapwright.server.main.installation;

import java.security.SecureRandom;
import tapwright.server.store.postgres.PostgresStore;

/** Time and chance for stores. */
public final class StoreMeans {

  private StoreMeans() {}

  public static PostgresStore.Means ofThisProcess(SecureRandom random) {
    return new PostgresStore.Means(Installation.CLOCK, System::nanoTime, random, Thread::sleep);
  }
}
