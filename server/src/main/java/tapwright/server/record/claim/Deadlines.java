package tapwright.server.record.claim;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The deadlines on record. */
public interface Deadlines {

  void add(Collection<Deadline> deadlines);

  /** The notices whose time has come and that were not given, the oldest first. */
  List<Deadline> open(Instant now, int limit);

  /** Notes that the notice was given. */
  void told(Deadline deadline, Instant at);
}
