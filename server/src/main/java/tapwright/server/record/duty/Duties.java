package tapwright.server.record.duty;

import java.time.Instant;
import java.util.Optional;

/** Who does which duty now. */
public interface Duties {

  /**
   * Takes the duty for the node until then; false while another has it.
   *
   * <p>It keeps nodes from doing the same work beside each other, no more: they compare the end
   * with their own clocks. That nothing is done twice is the duty's own part.
   */
  boolean take(String duty, String node, Instant now, Instant until);

  /** What time it is where the record is kept; empty where that is this machine. */
  Optional<Instant> time();
}
