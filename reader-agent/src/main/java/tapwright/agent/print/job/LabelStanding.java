package tapwright.agent.print.job;

import java.time.Instant;
import tapwright.agent.print.target.PastJob;

/** What is written down of a label. */
public sealed interface LabelStanding {

  /** Nothing of it was ever on paper. */
  record Unprinted() implements LabelStanding {}

  /**
   * It was printed, or given to a target that does not tell.
   *
   * @param at when it was last
   * @param times how often
   */
  record Printed(Instant at, int times) implements LabelStanding {}

  /**
   * A job with it was begun, and what became of it is not known.
   *
   * @param job which
   * @param target where it was sent
   * @param why it is not known
   * @param times how often it was printed before that
   */
  record Open(PastJob job, String target, String why, int times) implements LabelStanding {}
}
