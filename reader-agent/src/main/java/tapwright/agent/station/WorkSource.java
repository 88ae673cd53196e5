package tapwright.agent.station;

import java.util.Optional;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Where a bench gets its work from and what is to be told when some is done. */
interface WorkSource {

  /** The next card to be made; empty when none waits. */
  Optional<WorkItem> next();

  /** The work of an owner, or why it cannot be made; empty when it is not of this source. */
  Optional<Checked<WorkItem>> find(String owner);

  /** What the server has to be told of a card that was read back equal. */
  Optional<OutboxEvent> verifiedEvent(WorkItem item, Tagged tag, EncodeOutcome.Verified outcome);

  /** What the server has to be told of work that cannot be made. */
  Optional<OutboxEvent> refusedEvent(WorkItem item, Refusal refusal);
}
