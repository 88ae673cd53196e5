package tapwright.server.record.watch;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that waits on the record.
 *
 * @param queuedJobs cards that no station has yet
 * @param openLeases cards that a station has
 * @param lapsedLeases cards that a station has had for longer than it may
 * @param stoppedJobs cards that a person has to look at
 * @param overdueNotices deadlines that somebody should have been told of by now
 * @param oldestNotice when the first of them was due; empty where there is none
 * @param unplacedEvents events that wait for their places in the row
 */
public record Backlog(
    long queuedJobs,
    long openLeases,
    long lapsedLeases,
    long stoppedJobs,
    long overdueNotices,
    Optional<Instant> oldestNotice,
    long unplacedEvents) {}
