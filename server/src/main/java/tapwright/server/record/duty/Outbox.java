package tapwright.server.record.duty;

import java.util.List;

/**
 * Events that wait to be told, in one row for all consumers.
 *
 * <p>An event gets its place in the row after it was stored, from one node. Numbers that were drawn
 * in the transactions that store events would become visible out of order, and a consumer that goes
 * by the last number it saw would pass over an event that was stored late.
 *
 * <p>Nothing is ever taken away: an audit finds by it what is gone from trails.
 */
public interface Outbox {

  /** Stores the event, in the transaction that it tells of; false when it is there already. */
  boolean add(OutEvent event);

  /** Whether events wait for their places. */
  boolean hasUnplaced();

  /** Gives so many events their places, the oldest first; how many. */
  int place(int limit);

  /** The next events that the consumer has not taken, in their order. */
  List<OutEvent> next(String consumer, int limit);

  /** Notes, in the transaction that uses them, that the consumer has taken its next events. */
  void taken(String consumer, int count);
}
