package tapwright.server.record.access;

/**
 * What somebody is to a seller, and so what they may do; nobody has two.
 *
 * <p>Which requests each may make is the table of routes alone; nothing follows from one role to
 * another.
 */
public enum Role {
  /** Runs the seller's part of the server: its settings, people, stations and shops. */
  ADMIN,
  /** Answers customers: finds cards, leads them elsewhere, stops them, files and reads claims. */
  SUPPORT,
  /** Does what support does, sets stopped work going again and lets stations in. */
  SUPERVISOR,
  /** Makes and sends cards: sees the work at stations, and gives cards out. */
  FULFILMENT,
  /** A reader station, a machine: leases jobs and reports what became of them. */
  STATION,
  /** A seller's shop, a machine: places orders, runs the cards of its customers, files claims. */
  SHOP,
  /** Reads all that is on record of the seller, and changes nothing. */
  AUDITOR
}
