package tapwright.server.record;

import tapwright.server.record.card.Cards;
import tapwright.server.record.card.Contacts;
import tapwright.server.record.card.Protections;
import tapwright.server.record.claim.Claims;
import tapwright.server.record.claim.Deadlines;
import tapwright.server.record.duty.Duties;
import tapwright.server.record.duty.Outbox;
import tapwright.server.record.hit.Hits;
import tapwright.server.record.hit.Retention;
import tapwright.server.record.hit.Uses;
import tapwright.server.record.order.IdempotencyKeys;
import tapwright.server.record.order.Orders;
import tapwright.server.record.seller.Sellers;
import tapwright.server.record.seller.Tokens;
import tapwright.server.record.station.Jobs;
import tapwright.server.record.station.StationEvents;

/** All that is on record, area by area, for the length of one transaction. */
public interface Records {

  Sellers sellers();

  Tokens tokens();

  Orders orders();

  Cards cards();

  Contacts contacts();

  Protections protections();

  Jobs jobs();

  StationEvents stationEvents();

  Hits hits();

  Uses uses();

  Claims claims();

  IdempotencyKeys keys();

  KeyCheck keyCheck();

  Duties duties();

  Deadlines deadlines();

  Outbox outbox();

  Retention retention();
}
