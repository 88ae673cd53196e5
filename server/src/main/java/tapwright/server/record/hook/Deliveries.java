package tapwright.server.record.hook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.SellerId;

/** What is on its way to endpoints, and what became of it. */
public interface Deliveries {

  /** Adds it, unless this endpoint has one of the same event. */
  void add(Delivery delivery);

  Optional<Delivery> byId(SellerId seller, String webhook, String id);

  /** Those of an endpoint, newest first. */
  List<Delivery> list(SellerId seller, String webhook, DeliveryFilter filter);

  /** The endpoints that are on and have something to be sent. */
  List<Place> placesDue(Instant now);

  /** What is to be sent to an endpoint, what has waited longest first. */
  List<Delivery> due(Place place, Instant now, int limit);

  /** Notes how far it has come, unless it is not any more as it was read; whether it was. */
  boolean advance(Delivery before, Delivery.Progress next);

  /** Sets all dead ones of an endpoint on their way again; how many. */
  int replayDead(SellerId seller, String webhook, Instant now);

  /** Ends all that is on its way to an endpoint; how many. */
  int endWaiting(SellerId seller, String webhook, Instant now);

  /**
   * Takes some off the record that came to this end before the instant, oldest first.
   *
   * @param end any state but waiting
   * @return how many there were, at most the limit
   */
  int drop(Delivery.State end, Instant before, int limit);

  /** Where to. */
  record Place(SellerId seller, String webhook) {}
}
