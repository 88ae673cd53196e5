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
 * @param messages what others are to be told of
 */
public record Backlog(
    long queuedJobs,
    long openLeases,
    long lapsedLeases,
    long stoppedJobs,
    long overdueNotices,
    Optional<Instant> oldestNotice,
    long unplacedEvents,
    Messages messages) {

  /**
   * Deliveries to shops and mails to customers.
   *
   * @param deadDeliveries deliveries that were tried as often as they are
   * @param oldestDelivery when the first of those was made that wait, to endpoints that are on
   * @param deadMails mails that were surely not sent and will not be
   * @param unknownMails mails of which nobody knows whether they were sent
   * @param oldestMail when the first of those was made that wait
   */
  public record Messages(
      long deadDeliveries,
      Optional<Instant> oldestDelivery,
      long deadMails,
      long unknownMails,
      Optional<Instant> oldestMail) {

    /** None at all. */
    public static final Messages NONE = new Messages(0, Optional.empty(), 0, 0, Optional.empty());
  }
}
