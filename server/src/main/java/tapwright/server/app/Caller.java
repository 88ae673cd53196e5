package tapwright.server.app;

import tapwright.core.card.SellerId;
import tapwright.server.record.access.Role;

/**
 * Who asks, for whom, and as what.
 *
 * @param seller for whom it asks; nothing of another seller is ever answered
 */
public record Caller(Actor actor, SellerId seller, Role role) {

  /** The key of the token or account that asks. */
  public String id() {
    return actor.id();
  }

  /** What staff call whoever asks; what is done is written down under this name. */
  public String name() {
    return actor.name();
  }
}
