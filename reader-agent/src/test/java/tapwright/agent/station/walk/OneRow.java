package tapwright.agent.station.walk;

import java.util.Optional;
import java.util.Set;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.station.Tagged;
import tapwright.agent.station.WorkItem;
import tapwright.agent.station.bench.WorkSource;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.OutboxEvent;
import tapwright.agent.station.journal.RowState;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** A source of work with one card in it, told from others by its owner alone. */
final class OneRow implements WorkSource {

  private final WorkItem item;
  private final Journal journal;

  OneRow(String owner, EncodeRequest request, Journal journal) {
    this.item = new WorkItem(owner, owner, request, LabelContent.of("https://example.com/"));
    this.journal = journal;
  }

  @Override
  public boolean owns(String owner) {
    return owner.equals(item.owner());
  }

  @Override
  public Optional<WorkItem> next(Set<Counting> unfit) {
    boolean waits =
        journal.stateOf(item.owner()) == RowState.QUEUED
            && !unfit.contains(item.request().counting());
    return waits ? Optional.of(item) : Optional.empty();
  }

  @Override
  public Optional<Checked<WorkItem>> find(String owner) {
    return owner.equals(item.owner()) ? Optional.of(Checked.passed(item)) : Optional.empty();
  }

  @Override
  public Optional<OutboxEvent> verifiedEvent(
      WorkItem made, Tagged tag, EncodeOutcome.Verified outcome) {
    return Optional.empty();
  }

  @Override
  public Optional<OutboxEvent> refusedEvent(WorkItem refused, Refusal refusal) {
    return Optional.empty();
  }
}
