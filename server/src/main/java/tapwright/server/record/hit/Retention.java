package tapwright.server.record.hit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;

/** What is on record for longer than it is needed, and how far clearing it has come. */
public interface Retention {

  /** How far the clearing has come, as it was noted last. */
  Optional<String> note();

  void setNote(String note);

  /**
   * Cards in the order of their keys.
   *
   * @param card the key after which they come; 0 for the first
   */
  List<CardId> cardsAfter(long card, int limit);

  /**
   * Lets the oldest of the card's hits in a stretch of time name no agent any more.
   *
   * @param from the first instant
   * @param before the first instant after it
   * @param limit about how many, and all of one instant
   * @return how many there were
   */
  int dropAgents(CardId card, Instant from, Instant before, int limit);

  /**
   * Takes the oldest of the card's hits before the instant off the record. Their numbers stay, in
   * the roll-ups and by the run of the chip's counter, and of taps and shares their instants too.
   *
   * @return how many there were, at most the limit
   */
  int fold(CardId card, Instant before, int limit);

  /**
   * Drops agents that no hit has named since.
   *
   * @param day the first day of which a hit keeps its agent
   * @return how many there were, at most the limit
   */
  int dropAgentsOfBefore(LocalDate day, int limit);

  /**
   * Makes room for hits to come and gives back what hits that went have left; in a work as for a
   * batch of hits, which sees what was stored while it waited.
   */
  void tidyMonths(LocalDate today, Instant emptyBefore);
}
