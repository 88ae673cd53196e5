package tapwright.server.record.watch;

import java.time.Instant;
import java.util.List;

/** Figures of the record as a whole, over all sellers; each costs a read of an index. */
public interface Figures {

  /** What waits now, and for how long. */
  Backlog backlog(Instant now);

  /** The changes of the tables beyond the version, in their order. */
  List<SchemaStep> beyond(int version);
}
