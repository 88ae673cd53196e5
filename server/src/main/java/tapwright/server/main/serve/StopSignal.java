package tapwright.server.main.serve;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for SIGTERM or SIGINT, so that a server that was told to stop ends with exit code 0.
 *
 * <p>Java itself ends with 128 and the signal's number whatever its shutdown hooks have done. The
 * class that hears of signals is in the module jdk.unsupported, which stays until there is another
 * way (JEP 260); it is looked up by its name, since the compiler warns of it otherwise. Where it is
 * missing the hooks stop the server all the same.
 */
final class StopSignal {

  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

  private static final List<String> SIGNALS = List.of("TERM", "INT");

  private final CountDownLatch told = new CountDownLatch(1);

  /** Hears of signals from now on. */
  static StopSignal heard() {
    StopSignal signal = new StopSignal();
    for (String name : SIGNALS) {
      signal.hear(name);
    }
    return signal;
  }

  private void hear(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object telling =
          Proxy.newProxyInstance(
              StopSignal.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                told.countDown();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), telling);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.info("SIG{} ends the process with Java's own exit code", name, e);
    }
  }

  /** Returns when the process was told to stop. */
  void await() {
    try {
      told.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
