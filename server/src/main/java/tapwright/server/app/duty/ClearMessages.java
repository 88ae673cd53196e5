package tapwright.server.app.duty;

import java.time.Duration;
import java.time.Instant;
import tapwright.server.record.Records;
import tapwright.server.record.hook.Delivery;
import tapwright.server.record.mail.Mail;

/** Clears the record of deliveries and mails that came to their ends, within a transaction. */
final class ClearMessages {

  /** What did not arrive, or may not have, is what is asked about a year later. */
  private static final Duration DEAD_LONGER = Duration.ofDays(365);

  private ClearMessages() {}

  /**
   * Takes some off the record.
   *
   * @param before when they ended that go; those that are dead or unknown go a year later
   * @return how many there were, at most the limit
   */
  static int of(Records records, Instant before, int limit) {
    Instant deadBefore = before.minus(DEAD_LONGER);
    int left = limit;
    left -= records.deliveries().drop(Delivery.State.SENT, before, left);
    left -= records.deliveries().drop(Delivery.State.DEAD, deadBefore, left);
    left -= records.mails().drop(Mail.State.SENT, before, left);
    left -= records.mails().drop(Mail.State.NOBODY, before, left);
    left -= records.mails().drop(Mail.State.DEAD, deadBefore, left);
    left -= records.mails().drop(Mail.State.UNKNOWN, deadBefore, left);
    return limit - left;
  }
}
