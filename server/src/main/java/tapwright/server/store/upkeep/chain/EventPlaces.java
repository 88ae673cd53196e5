package tapwright.server.store.upkeep.chain;

import tapwright.core.trail.ChainFault;
import tapwright.server.store.upkeep.Session;

/** The places of events in the outbox, which are numbered without gaps. */
final class EventPlaces {

  private static final ChainName NAME = new ChainName("outbox", "events");

  private final ChainTaker taker;
  private long last;

  private EventPlaces(ChainTaker taker) {
    this.taker = taker;
  }

  static void read(Session session, ChainTaker taker) {
    EventPlaces places = new EventPlaces(taker);
    session.each(
        "SELECT place FROM outbox WHERE place IS NOT NULL ORDER BY place",
        row -> places.take(row.getLong(1)));
    places.end(session.number("SELECT coalesce(max(taken_to), 0) FROM outbox_consumer"));
  }

  private void take(long place) {
    if (place > last + 1) {
      fault(
          ChainFault.Kind.MISSING,
          place == last + 2 ? "event " + (last + 1) : "events up to " + (place - 1));
    }
    last = place;
  }

  /** Whoever took events had them before. */
  private void end(long takenTo) {
    if (takenTo > last) {
      fault(ChainFault.Kind.CUT, "events up to " + takenTo);
    }
  }

  private void fault(ChainFault.Kind kind, String expected) {
    taker.fault(NAME, new ChainFault(kind, last + 1, expected));
  }
}
