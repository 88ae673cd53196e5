package tapwright.server.app.effect;

import java.util.List;
import java.util.Optional;
import tapwright.core.plan.Offer;

/**
 * What somebody says with a task, where the claim does not say it.
 *
 * @param lines of the order, for which money goes back, the first one first
 * @param offer the plan that a downgrade leads to
 * @param besides whether the money goes back besides what may have gone by another way
 */
public record TaskWish(List<String> lines, Optional<Offer> offer, boolean besides) {

  /** Nothing. */
  public static final TaskWish NONE = new TaskWish(List.of(), Optional.empty(), false);

  public TaskWish {
    lines = List.copyOf(lines);
  }
}
