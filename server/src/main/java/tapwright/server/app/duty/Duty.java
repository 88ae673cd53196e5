package tapwright.server.app.duty;

import java.time.Instant;
import tapwright.server.record.Records;

/**
 * Something that has to be done when its time comes, by whichever node is there.
 *
 * <p>What it does and the note that it is done are stored in one transaction, so that it is never
 * done twice for one time, whatever the clocks of the nodes say and whichever of them dies.
 */
public interface Duty {

  /** Lower-case words joined by hyphens. */
  String name();

  /** Whether there is anything to do; asked by every node, every second or so. */
  boolean isDue(Records records, Instant now);

  /** Does a part of it; whether more is left. */
  boolean doPart(Records records, Instant now);
}
