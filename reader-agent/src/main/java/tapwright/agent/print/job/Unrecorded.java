package tapwright.agent.print.job;

import java.util.List;
import java.util.Optional;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.JobTicket;

/** No record: for files and test pages, which may be made again without harm. */
public final class Unrecorded implements PrintRecord {

  @Override
  public Optional<Turn> turn() {
    return Optional.of(() -> {});
  }

  @Override
  public LabelStanding standingOf(LabelKey label) {
    return new LabelStanding.Unprinted();
  }

  @Override
  public void begun(String jobName, String target, List<LabelKey> labels) {}

  @Override
  public void accepted(String jobName, JobTicket ticket) {}

  @Override
  public void ended(String jobName, Delivery delivery) {}
}
