package tapwright.server.store.postgres;

import java.time.Duration;

/** Lets time pass before something is tried again. */
@FunctionalInterface
public interface Waiter {
  void await(Duration pause) throws InterruptedException;
}
