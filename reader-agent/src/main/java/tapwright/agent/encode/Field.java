package tapwright.agent.encode;

import java.time.Duration;
import tapwright.agent.reader.Signal;

/** The reader's field around one tag. */
public interface Field extends AutoCloseable {

  /** Has the reader give a signal, where it can. */
  default void signal(Signal signal) {}

  /** Waits until nothing is in it; false when something still is after the timeout. */
  boolean awaitEmpty(Duration timeout);

  /** Goes off and on, and the tag in it is selected anew. */
  void cycle();

  /** Lets go of the tag. */
  @Override
  void close();
}
