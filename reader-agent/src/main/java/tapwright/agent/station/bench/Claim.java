package tapwright.agent.station.bench;

import tapwright.agent.station.WorkItem;
import tapwright.core.Refusal;

/** What a card on a reader is for. */
public sealed interface Claim {

  /**
   * A row or job, which is the card's in the journal.
   *
   * @param fresh whether the card was nobody's before, so that nothing was written yet
   */
  record Work(WorkItem item, boolean fresh) implements Claim {}

  /** Nothing: no work waits. */
  record Nothing() implements Claim {}

  /**
   * Nothing: its row or job, of this same source, is finished.
   *
   * @param label what staff call that
   * @param refusal for a card that is laid down again, which may be another with an equal UID
   */
  record Made(String label, Refusal refusal) implements Claim {}

  /** Nothing: it is somebody else's. */
  record No(Refusal refusal) implements Claim {}
}
