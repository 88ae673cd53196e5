package tapwright.agent.encode;

import java.time.Duration;

/** The reader's field around one tag. */
interface Field extends AutoCloseable {

  /** Waits until nothing is in it; false when something still is after the timeout. */
  boolean awaitEmpty(Duration timeout);

  /** Goes off and on, and the tag in it is selected anew. */
  void cycle();

  /** Lets go of the tag. */
  @Override
  void close();
}
