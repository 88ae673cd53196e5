package tapwright.server.store.upkeep.audit;

/** One thing as its trail alone tells it, made of its entries one after the other. */
interface Retold {

  void take(ToldEntry entry);

  /** What it came to. */
  Figures figures();
}
