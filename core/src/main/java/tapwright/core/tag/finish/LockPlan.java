package tapwright.core.tag.finish;

import java.util.List;
import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.tag.PasswordSetting;

/**
 * How a tag is made read-only for ever: container, static and dynamic lock bits, and its settings
 * frozen, so that nobody sets a password of their own or switches a mirror off.
 *
 * <p>The container goes first: a phone that meets a half-locked tag takes it for read-only. The
 * settings go last, since they keep a password from being set.
 */
public final class LockPlan implements FinishPlan {

  private final List<FinishStep> steps;

  private LockPlan(List<FinishStep> steps) {
    this.steps = List.copyOf(steps);
  }

  /** The plan that locks this tag. */
  public static Checked<LockPlan> of(VerifiedImage image) {
    return of(image, new FinishGoal(true, Optional.empty()));
  }

  /** The plan that gives this tag a password and locks it, password first. */
  public static Checked<LockPlan> of(VerifiedImage image, PasswordSetting setting) {
    return of(image, new FinishGoal(true, Optional.of(setting)));
  }

  private static Checked<LockPlan> of(VerifiedImage image, FinishGoal goal) {
    return goal.stepsFor(image.tag()).map(LockPlan::new);
  }

  @Override
  public List<FinishStep> steps() {
    return steps;
  }
}
