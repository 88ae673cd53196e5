package tapwright.server.app.duty;

import java.time.Instant;
import java.util.List;
import tapwright.server.record.Records;
import tapwright.server.record.duty.OutEvent;

/**
 * Something that is done about every event of the outbox, once for each and in their order.
 *
 * <p>Each is a work of the event's seller, and touches no other's rows.
 */
public interface EventDuty extends Duty {

  /** How many events make a part. */
  int PART = 100;

  /** By which name the outbox knows how far this has come; never another's, and never changed. */
  String consumer();

  /** Does what there is to do about one event, if anything. */
  void take(Records records, OutEvent event, Instant now);

  @Override
  default boolean isDue(Records records, Instant now) {
    return !records.outbox().next(consumer(), 1).isEmpty();
  }

  @Override
  default boolean doPart(Records records, Instant now) {
    List<OutEvent> events = records.outbox().next(consumer(), PART);
    for (OutEvent event : events) {
      records.forSeller(
          event.seller(),
          () -> {
            take(records, event, now);
            return true;
          });
    }
    records.outbox().taken(consumer(), events.size());
    return events.size() == PART;
  }
}
