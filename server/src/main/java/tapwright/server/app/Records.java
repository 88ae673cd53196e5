package tapwright.server.app;

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
