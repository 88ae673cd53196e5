package tapwright.agent.station.bench;

import java.time.Instant;

/** What decides how long a {@link Crew} works, and is done between its cards. */
public interface Shift {

  /**
   * Whether the run goes on; asked by every thread.
   *
   * @param lastCard when a card was last made or refused
   */
  boolean goesOn(Instant lastCard);

  /** Whether cards are looked for now; asked by every thread. */
  boolean wantsCards();

  /** Done by the caller's own thread, again and again. */
  void between();
}
