package tapwright.server.app.holder;

import java.time.Instant;
import java.util.List;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;

/**
 * Tells for what a person must be known yet: something is owed, or asked. Whoever keeps such things
 * brings one of these.
 */
@FunctionalInterface
public interface StandsAgainst {

  /** What stands against deleting the data of whom the card speaks for. */
  List<Obstacle> of(Records records, Card card, Instant now);

  /**
   * Something for which the person must be known.
   *
   * @param field what kind of thing, as {@code claim}
   * @param what it, and what is to be done about it
   * @param over when it stands against nothing any more
   */
  record Obstacle(String field, String what, String over) {}
}
