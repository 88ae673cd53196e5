package tapwright.core.policy.pack;

import java.time.Instant;
import tapwright.core.policy.fact.Event;

/** A measurable condition that failed, with what was seen and what was needed. */
public sealed interface Miss {

  /**
   * Too many or too few uses.
   *
   * @param window where they are counted
   * @param uses how many there were; the least known where not all are
   * @param needed how they should have compared
   * @param limit with what
   */
  record OtherUses(Window window, long uses, Comparison needed, long limit) implements Miss {}

  /**
   * The claim, or another act, came when the window was over.
   *
   * @param window which
   * @param end the first instant that was too late
   * @param acted when it came
   */
  record Late(Window window, Instant end, Instant acted) implements Miss {}

  /**
   * Something has not happened by the instant of the claim.
   *
   * @param event what
   */
  record NotYet(Event event) implements Miss {}
}
