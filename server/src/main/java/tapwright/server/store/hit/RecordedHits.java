package tapwright.server.store.hit;

import tapwright.server.record.hit.Hits;

/** {@link Hits} that remember something between two transactions of their connection. */
public interface RecordedHits extends Hits {

  /** Forgets what was remembered of a transaction that is rolled back. */
  void forget();
}
