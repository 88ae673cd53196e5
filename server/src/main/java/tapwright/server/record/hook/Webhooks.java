package tapwright.server.record.hook;

import java.util.List;
import java.util.Optional;
import tapwright.core.card.SellerId;

/** The endpoints on record. */
public interface Webhooks {

  void add(Webhook webhook);

  /** The endpoint; those that are deleted as well. */
  Optional<Webhook> byId(SellerId seller, String id);

  /** All that are not deleted, oldest first. */
  List<Webhook> of(SellerId seller);

  /** Keeps the next version of an endpoint. */
  void change(Webhook next);
}
