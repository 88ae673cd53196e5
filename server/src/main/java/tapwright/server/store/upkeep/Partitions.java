package tapwright.server.store.upkeep;

/** The monthly partitions of hits in PostgreSQL. */
final class Partitions {

  /** Takes hits of months that have no partition of their own. */
  static final String DEFAULT = "hit_other";

  private Partitions() {}
}
