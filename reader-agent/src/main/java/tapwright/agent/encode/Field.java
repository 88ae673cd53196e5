package tapwright.agent.encode;

import java.time.Duration;
import tapwright.agent.reader.Signal;

/** The reader's field around one tag. */
interface Field extends AutoCloseable {

  /** Waits until nothing is in it; false when something still is after the timeout. */
  boolean awaitEmpty(Duration timeout);

  /** Has the reader give a signal, where it can. */
  default void signal(Signal signal) {}

  /** Lets go of the tag. */
  @Override
  void close();
}
