package tapwright.server.record.trail;

import java.util.List;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;

/**
 * The trails on record: entries are added and never changed, each bound to all before it ({@link
 * tapwright.core.trail.TrailLink}).
 */
public interface Trails {

  /**
   * Adds an entry that follows the last.
   *
   * @throws IllegalStateException where its number is not the next one
   */
  void add(Subject subject, TrailEntry entry);

  /** What happened, from the beginning; empty where nothing did. */
  List<TrailEntry> of(Subject subject);
}
