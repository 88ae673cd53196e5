package tapwright.agent.encode.type2;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.write.WritePlan;

/** Brings a message onto a tag and reads it back until it is there, or says why it is not. */
final class MessageWriting {

  /** How often a tag that took every page may read as something else before it is given up. */
  private static final int MAX_ROUNDS = 3;

  private final TagSession session;
  private final MirrorSetting mirror;

  MessageWriting(TagSession session, MirrorSetting mirror) {
    this.session = session;
    this.mirror = mirror;
  }

  /** The plan for the message, when no protection that is known speaks against it. */
  Checked<WritePlan> plan(Bytes message) {
    Checked<WritePlan> plan = WritePlan.of(session.known(), message);
    if (plan instanceof Checked.Refused<WritePlan>(Refusal refusal)
        && refusal.code() == TagRefusal.NO_SAFE_ORDER) {
      plan = WritePlan.of(session.readDataArea(), message);
    }
    return plan.then(this::unprotected);
  }

  /** Carries the plan out; the message is on the tag, byte for byte, when this passes. */
  Checked<WritePlan> carryOut(WritePlan plan) {
    Checked<WritePlan> next = Checked.passed(plan);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      next = next.then(this::once);
      if (!(next instanceof Checked.Passed<WritePlan>(WritePlan done)) || isDone(done)) {
        return next;
      }
      next = session.readSettings().then(known -> planAgain(plan.message()));
    }
    return next.then(
        left -> Checked.refused(session.readsDifferently(left.firstPage(), left.lastPage())));
  }

  /** A mirror that was not looked for on a blank tag may be what reads differently. */
  private Checked<WritePlan> planAgain(Bytes message) {
    return mirror.isOn() ? mirror.stop().then(known -> plan(message)) : plan(message);
  }

  private boolean isDone(WritePlan plan) {
    return plan.isDoneIn(session.known().image());
  }

  private Checked<WritePlan> once(WritePlan plan) {
    int first = plan.writes().stream().mapToInt(PageWrite::page).min().orElse(plan.firstPage());
    return session
        .writeAll(plan.writes())
        .map(done -> session.readAgain(Math.min(first, plan.firstPage()), plan.lastPage()))
        .map(read -> plan);
  }

  private Checked<WritePlan> unprotected(WritePlan plan) {
    Optional<Refusal> refusal = session.protectionAgainst(plan.writes());
    return refusal.isPresent() ? Checked.refused(refusal.get()) : Checked.passed(plan);
  }
}
