package tapwright.server.record.hit;

import java.util.List;
import tapwright.server.record.StoreFault;

/**
 * A journal on this machine for hits that the record cannot take just now.
 *
 * <p>Used by one thread at a time. A call fails with a {@link StoreFault} when the journal is full
 * or its disk fails, and then nothing of it has happened.
 */
public interface HitSpool {

  /** Puts the hits behind those that wait; synced to disk when it returns. */
  void append(List<Arrival> hits);

  /** The hits that have waited longest, at most so many. */
  List<Arrival> first(int limit);

  /**
   * Takes out so many of the hits that have waited longest, which are on record now.
   *
   * <p>A process that dies may find them again; a hit that is put on record twice counts once.
   */
  void remove(int count);

  /** Keeps the hit that has waited longest where people find it: the record will never take it. */
  void setFirstAside();

  /** How many hits wait. */
  int size();
}
