package tapwright.server.store;

import tapwright.server.app.Hits;

/** {@link Hits} that remember something between two transactions of their connection. */
interface RecordedHits extends Hits {

  /** Forgets what was remembered of a transaction that is rolled back. */
  void forget();
}
