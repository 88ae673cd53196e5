package tapwright.agent.print.job;

import java.util.List;
import java.util.Optional;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.JobTicket;

/** Where it is written down what was printed, before and after: the journal's side of labels. */
public interface PrintRecord {

  /**
   * The right to print, which one run at a time has; nothing where another one has it just now.
   *
   * <p>Whoever has it knows that a job without an end is nobody's any more.
   */
  Optional<Turn> turn();

  /** What is known of a label. */
  LabelStanding standingOf(LabelKey label);

  /** Called before any of the job is sent. */
  void begun(String jobName, String target, List<LabelKey> labels);

  /** Called when the queue's number of the job is known. */
  void accepted(String jobName, JobTicket ticket);

  /** Called when it is known what became of the job, or that this is not known. */
  void ended(String jobName, Delivery delivery);

  /** A right that ends when it is closed. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
