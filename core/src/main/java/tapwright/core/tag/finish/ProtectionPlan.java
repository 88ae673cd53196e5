package tapwright.core.tag.finish;

import java.util.List;
import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.tag.PasswordSetting;

/**
 * How a tag gets a password: PWD, PACK, a try of both, PROT and AUTHLIM, and AUTH0 last.
 *
 * <p>Until AUTH0 is written the password is asked for nowhere, so that it is known to work before
 * anything hangs on it. AUTH0 is page 02 where only writing asks for the password, so that lock
 * bytes and container are covered too; it is page 04 where reading asks for it, so that readers
 * still see what the tag is.
 */
public final class ProtectionPlan implements FinishPlan {

  private final List<FinishStep> steps;

  private ProtectionPlan(List<FinishStep> steps) {
    this.steps = List.copyOf(steps);
  }

  /** The plan that gives this tag the password, or finishes giving it. */
  public static Checked<ProtectionPlan> of(VerifiedImage image, PasswordSetting setting) {
    FinishGoal goal = new FinishGoal(false, Optional.of(setting));
    return goal.stepsFor(image.tag()).map(ProtectionPlan::new);
  }

  @Override
  public List<FinishStep> steps() {
    return steps;
  }
}
