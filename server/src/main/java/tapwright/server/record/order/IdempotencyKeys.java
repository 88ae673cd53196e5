package tapwright.server.record.order;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/** The keys by which a request that is sent again is known again. */
public interface IdempotencyKeys {

  Optional<Use> find(SellerId seller, String key);

  void add(SellerId seller, String key, Use use, Instant now);

  /**
   * What a key was used for.
   *
   * @param bodyHash of what came with it
   * @param result the key of what was made
   */
  record Use(Bytes bodyHash, String result) {}
}
