package tapwright.agent.encode;

import java.util.Comparator;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.MemoryImage;
import tapwright.core.tag.MirrorWindow;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.WritePlan;

/**
 * One tag brought to what is asked of it: read, plan, write, read back, mirror.
 *
 * <p>Whatever a write's answer was, only reading back decides what the tag holds.
 */
final class Encoding {

  /** Pages beyond the message's own that its TLV and the blocks before it may take. */
  private static final int PAGES_AROUND = 4;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private static final Bytes PLACEHOLDER = Bytes.ofUtf8(EncodeRequest.MIRROR_PLACEHOLDER);

  private final TagSession session;
  private final MirrorSetting mirror;
  private final MessageWriting writing;
  private final WriteRecord record;
  private final LongSupplier millisSinceArrival;

  private WriteRecord.@Nullable Entry entry;

  Encoding(TagSession session, WriteRecord record, LongSupplier millisSinceArrival) {
    this.session = session;
    this.mirror = new MirrorSetting(session);
    this.writing = new MessageWriting(session, mirror);
    this.record = record;
    this.millisSinceArrival = millisSinceArrival;
  }

  EncodeOutcome of(EncodeRequest request) {
    Checked<EncodeOutcome.Verified> outcome =
        session.readMessage(lastPageOf(request)).then(tag -> goalOf(request)).then(this::reach);
    return switch (outcome) {
      case Checked.Passed<EncodeOutcome.Verified>(EncodeOutcome.Verified verified) -> verified;
      case Checked.Refused<EncodeOutcome.Verified>(Refusal refusal) ->
          new EncodeOutcome.Refused(refusal);
    };
  }

  /** The first message that fits; when none does, the refusal of the last, shortest one. */
  private Checked<EncodeGoal> goalOf(EncodeRequest request) {
    Checked<EncodeGoal> goal = goalOf(request.messages().getFirst(), request.mirror());
    for (Bytes message : request.messages()) {
      goal = goalOf(message, request.mirror());
      if (goal instanceof Checked.Passed<EncodeGoal>) {
        return goal;
      }
    }
    return goal;
  }

  private Checked<EncodeGoal> goalOf(Bytes message, boolean mirrored) {
    return WritePlan.placeFor(session.known(), message)
        .then(
            slot ->
                mirrored
                    ? mirroringModel()
                        .then(model -> MirrorWindow.over(PLACEHOLDER, message, slot, model))
                    : Checked.passed(MirrorWindow.NONE))
        .map(window -> new EncodeGoal(message, window));
  }

  private Checked<TagModel> mirroringModel() {
    return session.passesNativeCommands()
        ? Checked.passed(session.known().identity().knownModel().orElseThrow())
        : Checked.refused(ProtectionRefusal.MIRROR_NEEDS_NATIVE.with());
  }

  private Checked<EncodeOutcome.Verified> reach(EncodeGoal goal) {
    if (!goal.wantsMirror() && holds(goal)) {
      return Checked.passed(verified(goal));
    }
    return prepared(goal)
        .then(
            tag ->
                goal.wantsMirror() && mirror.is(goal.mirror()) && holds(goal)
                    ? Checked.passed(verified(goal))
                    : change(goal));
  }

  /**
   * A tag that was written before may be locked, protected or mirroring, and may hold pages that
   * need no write: both are read first. One fresh from the factory is spared these exchanges.
   */
  private Checked<TagSnapshot> prepared(EncodeGoal goal) {
    boolean untouched = session.known().looksUntouched();
    if (!untouched) {
      session.readData(lastPageOf(goal.message()));
    }
    return goal.wantsMirror() || !untouched ? session.readSettings() : passed();
  }

  private Checked<EncodeOutcome.Verified> change(EncodeGoal goal) {
    return permitted(goal)
        .then(tag -> writing.plan(goal.message()))
        .map(this::begun)
        .then(plan -> mirror.isOn() ? planWithoutMirror(plan) : Checked.passed(plan))
        .then(writing::carryOut)
        .then(done -> goal.wantsMirror() ? mirror.start(goal.mirror()) : passed())
        .map(tag -> verified(goal));
  }

  private Checked<TagSnapshot> permitted(EncodeGoal goal) {
    if (mayMirrorUnseen()) {
      return Checked.refused(ProtectionRefusal.MIRROR_NEEDS_NATIVE.with());
    }
    return goal.wantsMirror() ? mirror.check(goal.mirror()) : passed();
  }

  /**
   * Whether the chip's own UID stands in the text while its settings cannot be read: a mirror that
   * stayed on would lie over the new message.
   */
  private boolean mayMirrorUnseen() {
    TagSnapshot tag = session.known();
    Bytes data = tag.image().knownFrom(TagModel.FIRST_USER_PAGE);
    boolean showsUid = MirrorWindow.indexOf(Bytes.ofUtf8(session.uid().toString()), data) >= 0;
    return showsUid && tag.configuration().isEmpty();
  }

  private Checked<TagSnapshot> passed() {
    return Checked.passed(session.known());
  }

  private WritePlan begun(WritePlan plan) {
    entry = record.begin(session.uid(), plan.message());
    return plan;
  }

  /** What lies under a mirror is not known until it is off. */
  private Checked<WritePlan> planWithoutMirror(WritePlan plan) {
    return mirror.stop().then(tag -> writing.plan(plan.message()));
  }

  /** Whether the tag shows the message, the mirror's text standing for its placeholder. */
  private boolean holds(EncodeGoal goal) {
    return session.known().reading()
            instanceof Checked.Passed<TlvReading>(TlvReading.Found(var slot, Bytes message))
        && MirroredText.asStored(message, goal.message(), session.uid()).equals(goal.message());
  }

  private EncodeOutcome.Verified verified(EncodeGoal goal) {
    Integer counter = goal.wantsMirror() ? mirror.counter() : null;
    EncodeOutcome.Verified outcome =
        new EncodeOutcome.Verified(
            goal.message(),
            session.pagesWritten(),
            session.exchanges(),
            counter,
            millisSinceArrival.getAsLong() / NANOS_PER_MILLI);
    WriteRecord.Entry begun = entry;
    if (begun != null) {
      begun.verified(outcome);
    }
    return outcome;
  }

  private static int lastPageOf(EncodeRequest request) {
    return request.messages().stream()
        .map(Encoding::lastPageOf)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static int lastPageOf(Bytes message) {
    return TagModel.FIRST_USER_PAGE + message.size() / MemoryImage.PAGE_BYTES + PAGES_AROUND;
  }
}
