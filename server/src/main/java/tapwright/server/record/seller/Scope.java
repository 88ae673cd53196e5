package tapwright.server.record.seller;

/** What a token is good for. */
public enum Scope {
  /** A reader station: leases jobs and reports events. */
  STATION,
  /** A seller's shop: orders, cards, targets and claims. */
  SHOP
}
