package tapwright.server.record.account;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/** The sessions on record. */
public interface Sessions {

  /** The session with this hash, whosever it is: nobody knows yet for which seller it speaks. */
  Optional<Session> byHash(Bytes hash);

  void add(Session session);

  /** Notes that the session was used. */
  void seen(SellerId seller, Bytes hash, Instant at);

  /** Ends the session; one that is not there has ended already. */
  void end(SellerId seller, Bytes hash);

  /** Ends all of an account's sessions; answers how many. */
  int endAll(SellerId seller, String account);

  /** Forgets the seller's sessions that were opened before then. */
  void forgetOpenedBefore(SellerId seller, Instant before);
}
