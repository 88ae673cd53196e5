package tapwright.agent.station.bench;

import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;

/** Says what speaks against making a card of a chip that the journal does not know. */
@FunctionalInterface
public interface UidCheck {

  /** Nobody else is asked. */
  UidCheck NONE = uid -> Optional.empty();

  Optional<Refusal> objection(Uid uid);
}
