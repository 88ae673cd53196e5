package tapwright.agent.station.bench;

import java.util.Optional;
import java.util.Set;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.station.Tagged;
import tapwright.agent.station.WorkItem;
import tapwright.agent.station.journal.OutboxEvent;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Where a bench gets its work from and what is to be told when some is done. */
public interface WorkSource {

  /**
   * The next card to be made on a chip that cannot count in some ways; empty when none waits.
   *
   * @param unfit work of these kinds is passed over
   */
  Optional<WorkItem> next(Set<Counting> unfit);

  /** The next card to be made; empty when none waits. */
  default Optional<WorkItem> next() {
    return next(Set.of());
  }

  /** Whether an owner in the journal is of this source, finished or not. */
  boolean owns(String owner);

  /** The work of an owner, or why it cannot be made; empty when it is not of this source. */
  Optional<Checked<WorkItem>> find(String owner);

  /** What the server has to be told of a card that was read back equal. */
  Optional<OutboxEvent> verifiedEvent(WorkItem item, Tagged tag, EncodeOutcome.Verified outcome);

  /** What the server has to be told of work that cannot be made. */
  Optional<OutboxEvent> refusedEvent(WorkItem item, Refusal refusal);
}
