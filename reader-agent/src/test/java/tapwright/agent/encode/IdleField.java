package tapwright.agent.encode;

import java.time.Duration;

/** The field of a reader on which nothing moves. */
public final class IdleField implements Field {

  @Override
  public boolean awaitEmpty(Duration timeout) {
    return true;
  }

  @Override
  public void cycle() {}

  @Override
  public void close() {}
}
