package tapwright.core.tag.finish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.Protection;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagSnapshot;

/**
 * What a tag is to be in the end, beside its message: locked, asking for a password, or both.
 *
 * <p>Order of the steps; each is left out where the tag is as it should be:
 *
 * <pre>
 * PWD, PACK        only while no page asks for a password; nothing depends on them yet
 * authenticate     proves both, and opens the pages that ask for the password
 * CFG1             PROT, AUTHLIM (here where the tag is not locked)
 * container        access byte 0F
 * lock bits        static, dynamic
 * CFG0             AUTH0
 * CFG1             PROT, AUTHLIM, CFGLCK (here where the tag is locked: after AUTH0, since a tag
 *                  lifted in between could never get its AUTH0 any more)
 * </pre>
 */
record FinishGoal(boolean locked, Optional<PasswordSetting> password) {

  /** What is left to do on the tag, or why it cannot be done. */
  Checked<List<FinishStep>> stepsFor(TagSnapshot tag) {
    Optional<Refusal> refusal = refusal(tag);
    if (refusal.isPresent()) {
      return Checked.refused(refusal.get());
    }
    List<FinishStep> changes = changes(tag);
    return changes.isEmpty() ? Checked.passed(changes) : opened(tag, changes);
  }

  private List<FinishStep> changes(TagSnapshot tag) {
    PasswordSteps passwordSteps = new PasswordSteps(tag, password);
    LockSteps lockSteps = new LockSteps(tag);
    List<FinishStep> changes = new ArrayList<>();
    if (!locked) {
      changes.addAll(passwordSteps.access(false));
      changes.addAll(passwordSteps.auth0());
      return changes;
    }
    changes.addAll(lockSteps.container());
    changes.addAll(lockSteps.lockBits());
    changes.addAll(passwordSteps.auth0());
    changes.addAll(passwordSteps.access(true));
    return changes;
  }

  /** The changes with the steps before them that the password needs. */
  private Checked<List<FinishStep>> opened(TagSnapshot tag, List<FinishStep> changes) {
    if (password.isEmpty()) {
      List<Integer> pages = changes.stream().map(FinishGoal::pageOf).toList();
      return Protection.of(tag)
          .passwordRefusalOf(pages)
          .<Checked<List<FinishStep>>>map(Checked::refused)
          .orElseGet(() -> Checked.passed(changes));
    }
    List<FinishStep> steps = new ArrayList<>(new PasswordSteps(tag, password).opening());
    steps.addAll(changes);
    return Checked.passed(steps);
  }

  private Optional<Refusal> refusal(TagSnapshot tag) {
    if (tag.certainModel().isEmpty()) {
      return Optional.of(FinishRefusal.MODEL_UNCERTAIN.with("model", tag.identity().name()));
    }
    TagModel model = tag.certainModel().orElseThrow();
    if (password.isPresent() && !model.hasConfigurationPages()) {
      return Optional.of(FinishRefusal.PASSWORD_UNSUPPORTED.with("model", model.label()));
    }
    if (!tag.knowsSettings()) {
      throw new IllegalArgumentException("the settings of " + model.label() + " were not read");
    }
    Optional<Refusal> frozen = locked ? new LockSteps(tag).refusal() : Optional.empty();
    return frozen.or(() -> new PasswordSteps(tag, password).refusal());
  }

  private static int pageOf(FinishStep step) {
    return switch (step) {
      case FinishStep.Write write -> write.write().page();
      case FinishStep.Authenticate authenticate ->
          throw new IllegalArgumentException("a change writes a page");
    };
  }
}
