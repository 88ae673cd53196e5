package tapwright.agent.encode.type2;

import java.util.List;
import java.util.Optional;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.LastingStep;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.RunningRecord;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.finish.FinishPlan;
import tapwright.core.tag.finish.FinishStep;
import tapwright.core.tag.finish.LockPlan;
import tapwright.core.tag.finish.ProtectionPlan;
import tapwright.core.tag.finish.VerifiedImage;
import tapwright.core.tag.memory.PageWrite;

/**
 * What is done with a tag once its message was read back: its password set, its pages locked.
 *
 * <p>The message is read once more before the first of these steps, since none after it can be
 * taken back. A step without a clear answer may be done or not: lock and configuration pages are
 * read, and a new plan holds what is left; PWD and PACK, which cannot be read, are written again as
 * long as nothing asks for them, and proved by giving the password.
 */
final class Finishing {

  /** How many steps may go without a clear answer before the tag is given up. */
  private static final int MAX_ROUNDS = 5;

  private final TagSession session;
  private final RunningRecord record;

  Finishing(TagSession session, RunningRecord record) {
    this.session = session;
    this.record = record;
  }

  /** What will have to be done, as far as the tag's settings tell, or why it cannot be. */
  Checked<List<PlannedStep>> foreseen(Finish finish) {
    if (finish.isOpen()) {
      return Checked.passed(List.of());
    }
    if (finish.keys().isPresent()) {
      return Checked.refused(EncodeRefusal.KEYS_UNSUPPORTED.with("model", modelName()));
    }
    return FinishPlan.foreseen(session.known(), finish.lock(), finish.password())
        .map(steps -> steps.stream().map(this::inWords).toList());
  }

  /** Finishes the tag, which holds the message; gives the message. */
  Checked<Bytes> finish(Bytes message, Finish finish) {
    if (finish.isOpen()) {
      return Checked.passed(message);
    }
    session.readMessageAgain();
    Checked<FinishPlan> plan = plan(message, finish);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (!(plan instanceof Checked.Passed<FinishPlan>(FinishPlan left))
          || left.steps().isEmpty()) {
        return plan.map(done -> message);
      }
      noteBefore(message, finish);
      plan = take(left.steps()).then(done -> planAgain(message, finish));
    }
    return plan.then(left -> left.steps().isEmpty() ? Checked.passed(message) : incomplete(left));
  }

  private Checked<FinishPlan> planAgain(Bytes message, Finish finish) {
    session.readSettingsAgain();
    return plan(message, finish);
  }

  private Checked<FinishPlan> plan(Bytes message, Finish finish) {
    return VerifiedImage.of(session.known(), message).then(image -> plan(image, finish));
  }

  private static Checked<FinishPlan> plan(VerifiedImage image, Finish finish) {
    Optional<PasswordSetting> password = finish.password();
    if (!finish.lock()) {
      return ProtectionPlan.of(image, password.orElseThrow()).map(plan -> plan);
    }
    return (password.isPresent() ? LockPlan.of(image, password.get()) : LockPlan.of(image))
        .map(plan -> plan);
  }

  /** Written down before the first step, for all that may come. */
  private void noteBefore(Bytes message, Finish finish) {
    if (finish.password().isPresent()) {
      record.before(LastingStep.PASSWORD, message);
    }
    if (finish.lock()) {
      record.before(LastingStep.LOCK, message);
    }
  }

  /** Takes the steps up to the first without a clear answer. */
  private Checked<TagSnapshot> take(List<FinishStep> steps) {
    for (FinishStep step : steps) {
      switch (step) {
        case FinishStep.Write(PageWrite write, String words) -> {
          if (!session.writeOnce(write)) {
            return Checked.passed(session.known());
          }
        }
        case FinishStep.Authenticate(var secret) -> {
          Checked<TagSnapshot> given = new PasswordGate(session, record).give(secret);
          if (given instanceof Checked.Refused<TagSnapshot>) {
            return given;
          }
        }
      }
    }
    return Checked.passed(session.known());
  }

  private Checked<Bytes> incomplete(FinishPlan left) {
    Refusal refusal =
        EncodeRefusal.FINISH_INCOMPLETE.with(
            "model", modelName(), "tries", MAX_ROUNDS, "seen", String.join("; ", left.words()));
    return Checked.refused(refusal);
  }

  private PlannedStep inWords(FinishStep step) {
    String text =
        switch (step) {
          case FinishStep.Write(PageWrite write, String words)
              when session.isSecret(write.page()) ->
              "page %02X: %s".formatted(write.page(), words);
          case FinishStep.Write(PageWrite write, String words) ->
              "page %02X: %s, %s".formatted(write.page(), write.data(), words);
          case FinishStep.Authenticate authenticate -> authenticate.words();
        };
    return new PlannedStep(text, step.isForEver());
  }

  private String modelName() {
    return session.known().identity().name();
  }
}
