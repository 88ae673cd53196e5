package tapwright.server.front;

import java.time.Duration;

/**
 * How much of a server those may hold who do not say who they are.
 *
 * <p>Nothing is counted by address: a trade show taps a thousand cards behind one.
 *
 * @param connections how many are open at once
 * @param head until the head of a connection's first request must be there
 * @param body until a request's body must be there
 * @param request how long a connection stays open after the head of its last request, whatever it
 *     does meanwhile
 */
public record FrontLimits(int connections, Duration head, Duration body, Duration request) {

  public FrontLimits {
    if (connections < 1) {
      throw new IllegalArgumentException(
          "connections is " + connections + ", allowed are 1 or more");
    }
  }
}
