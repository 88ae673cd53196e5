package tapwright.core.wire;

import java.util.List;

/**
 * The jobs that are now this station's until each lease ends.
 *
 * @param jobs in the order in which they should be made; empty when there is nothing to do
 */
public record LeaseReply(List<EncodeJob> jobs) {

  public LeaseReply {
    jobs = List.copyOf(jobs);
  }
}
