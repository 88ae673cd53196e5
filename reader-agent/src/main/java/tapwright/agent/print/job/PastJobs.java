package tapwright.agent.print.job;

import java.util.HashSet;
import java.util.Set;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.PastJob;
import tapwright.agent.print.target.PrintTarget;

/** Jobs that an earlier run left without an end: the queue is asked, then a person is. */
final class PastJobs {

  private final PrintTarget target;
  private final PrintRecord record;
  private final PrintWishes.Doubt doubt;
  private final Set<String> asked = new HashSet<>();

  PastJobs(PrintTarget target, PrintRecord record, PrintWishes.Doubt doubt) {
    this.target = target;
    this.record = record;
    this.doubt = doubt;
  }

  /** What is known of the label once all has been asked that can be. */
  LabelStanding standingOf(LabelKey label) {
    LabelStanding standing = record.standingOf(label);
    if (!(standing instanceof LabelStanding.Open open)) {
      return standing;
    }
    if (asked.add(open.job().name())) {
      settle(open);
    }
    return record.standingOf(label);
  }

  private void settle(LabelStanding.Open open) {
    Delivery found = asked(open);
    if (found instanceof Delivery.Unclear && doubt == PrintWishes.Doubt.PRINTED) {
      found = new Delivery.Printed();
    }
    record.ended(open.job().name(), found);
  }

  /** Only the target that it was sent to knows of it; a person's word is asked for after that. */
  private Delivery asked(LabelStanding.Open open) {
    PastJob job = open.job();
    return open.target().equals(target.name())
        ? target.recall(job)
        : new Delivery.Unclear(
            "it was sent to " + open.target() + "; ask there: --to " + open.target());
  }
}
