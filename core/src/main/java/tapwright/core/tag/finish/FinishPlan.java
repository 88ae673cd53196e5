package tapwright.core.tag.finish;

import java.util.List;
import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagSnapshot;

/**
 * The steps that lock or protect a verified tag, in an order in which each may be the last.
 *
 * <p>Wherever they end, the tag shows the same message, and is open or asks for the password that
 * the plan was made with. A plan made anew from what is read then holds what remains, and no step
 * that was done.
 */
public sealed interface FinishPlan permits LockPlan, ProtectionPlan {

  /** What is left to do; empty on a tag that is as it should be. */
  List<FinishStep> steps();

  /** What the steps do, in words, for those who have to agree before. */
  default List<String> words() {
    return steps().stream().map(FinishStep::words).toList();
  }

  /**
   * What there would be to do on a tag once its message is verified, for those who have to agree
   * before anything is written; or what is known to be in the way.
   *
   * @param tag with its settings, where the chip is known for certain
   */
  static Checked<List<FinishStep>> foreseen(
      TagSnapshot tag, boolean lock, Optional<PasswordSetting> password) {
    return new FinishGoal(lock, password).stepsFor(tag);
  }
}
