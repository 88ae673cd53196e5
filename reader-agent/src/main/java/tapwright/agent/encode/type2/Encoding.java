package tapwright.agent.encode.type2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.Finished;
import tapwright.agent.encode.MirroredText;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.RunningRecord;
import tapwright.agent.encode.TagAcquaintance;
import tapwright.agent.encode.UnsignedDemands;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.MirrorWindow;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.Protection;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.inspect.Showing;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.write.WritePlan;

/**
 * One tag brought to what is asked of it: read, plan, write, read back, mirror, finish.
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
  private final PasswordGate gate;
  private final RunningRecord record;
  private final Finishing finishing;
  private final LongSupplier nanosSinceArrival;

  Encoding(TagSession session, RunningRecord record, LongSupplier nanosSinceArrival) {
    this.session = session;
    this.mirror = new MirrorSetting(session);
    this.writing = new MessageWriting(session, mirror);
    this.gate = new PasswordGate(session, record);
    this.record = record;
    this.finishing = new Finishing(session, record);
    this.nanosSinceArrival = nanosSinceArrival;
  }

  EncodeOutcome of(EncodeRequest request) {
    return EncodeOutcome.of(
        gate.openForReading(secretOf(request.finish()), request.acquaintance())
            .then(tag -> session.readMessage(lastPageOf(request)))
            .then(tag -> goalOf(request))
            .then(goal -> reach(goal, request)));
  }

  /** The finish alone; the message stays the one that the tag shows. */
  EncodeOutcome ofWhatItHolds(Finish finish) {
    return EncodeOutcome.of(
        gate.openForReading(secretOf(finish), TagAcquaintance.NAMED_BY_HAND)
            .then(tag -> session.readMessage(0))
            .then(Encoding::shown)
            .then(message -> session.readSettings())
            .then(tag -> finishable(finish))
            .then(tag -> opened(finish, TagAcquaintance.NAMED_BY_HAND))
            .then(Encoding::shown)
            .then(message -> finishing.finish(message, finish))
            .map(message -> verified(message, mirror.counterIfCounting(), finish)));
  }

  /** What a request would take, without doing any of it. */
  Checked<List<PlannedStep>> plan(EncodeRequest request) {
    return session
        .readMessage(lastPageOf(request))
        .then(tag -> goalOf(request))
        .then(goal -> steps(goal, request.finish()));
  }

  /** What the finish alone would take, without doing any of it. */
  Checked<List<PlannedStep>> planOfFinish(Finish finish) {
    return session
        .readMessage(0)
        .then(Encoding::shown)
        .then(message -> session.readSettings())
        .then(tag -> finishing.foreseen(finish));
  }

  /** The message that the tag holds, when it makes it say which read this is as asked. */
  Checked<Bytes> live(Bytes message, Counting counting) {
    return counting == Counting.NONE
        ? Checked.passed(message)
        : goalOf(new EncodeRequest(List.of(message), counting)).then(this::live);
  }

  private Checked<Bytes> live(EncodeGoal goal) {
    return session
        .readSettings()
        .then(
            tag ->
                mirror.is(goal.mirror())
                    ? Checked.passed(goal.message())
                    : Checked.refused(fixed(tag)));
  }

  private static Refusal fixed(TagSnapshot tag) {
    return EncodeRefusal.LINK_FIXED.with(
        "model", tag.identity().name(), "wanted", "mirror its UID and read counter there");
  }

  private Checked<List<PlannedStep>> steps(EncodeGoal goal, Finish finish) {
    session.trust(secretOf(finish));
    return looked(goal, finish)
        .then(tag -> isThere(goal) ? Checked.passed(List.<PageWrite>of()) : pageWrites(goal))
        .then(writes -> finishing.foreseen(finish).map(last -> inWords(goal, writes, last)));
  }

  private Checked<List<PageWrite>> pageWrites(EncodeGoal goal) {
    return permitted(goal).then(tag -> writing.plan(goal.message())).map(WritePlan::writes);
  }

  private List<PlannedStep> inWords(
      EncodeGoal goal, List<PageWrite> writes, List<PlannedStep> finish) {
    List<PlannedStep> steps = new ArrayList<>();
    writes.forEach(write -> steps.add(PlannedStep.of(write)));
    if (goal.wantsMirror() && !mirror.is(goal.mirror())) {
      String from = "from page %02X on".formatted(goal.mirror().page());
      steps.add(new PlannedStep("the chip mirrors its UID and read counter " + from, false));
    }
    steps.addAll(finish);
    return steps;
  }

  /** The first message that fits; when none does, the refusal of the last, shortest one. */
  private Checked<EncodeGoal> goalOf(EncodeRequest request) {
    Optional<Refusal> demand = UnsignedDemands.refusal(request, session.known().identity().name());
    if (demand.isPresent()) {
      return Checked.refused(demand.get());
    }
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
    return WritePlan.slotFor(session.known(), message)
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

  private Checked<EncodeOutcome.Verified> reach(EncodeGoal goal, EncodeRequest request) {
    Finish finish = request.finish();
    if (finish.isOpen() && !goal.wantsMirror() && holds(goal)) {
      return Checked.passed(verified(goal, finish));
    }
    return prepared(goal, request)
        .then(tag -> isThere(goal) ? passed() : change(goal))
        .then(tag -> finishing.finish(goal.message(), finish))
        .map(done -> verified(goal, finish));
  }

  private boolean isThere(EncodeGoal goal) {
    return holds(goal) && (!goal.wantsMirror() || mirror.is(goal.mirror()));
  }

  /**
   * A tag that was written before may be locked, protected or mirroring, and may hold pages that
   * need no write: both are read first, and what asks for the password is opened. One fresh from
   * the factory is spared these exchanges.
   */
  private Checked<TagSnapshot> prepared(EncodeGoal goal, EncodeRequest request) {
    return looked(goal, request.finish())
        .then(tag -> opened(request.finish(), request.acquaintance()));
  }

  private Checked<TagSnapshot> looked(EncodeGoal goal, Finish finish) {
    boolean untouched = session.known().looksUntouched();
    if (!untouched) {
      session.readData(lastPageOf(goal.message()));
    }
    boolean asksNothing = untouched && finish.isOpen() && !goal.wantsMirror();
    return asksNothing
        ? passed()
        : session
            .readSettings()
            .then(tag -> finishable(finish))
            .then(tag -> finish.password().isPresent() ? passed() : withoutPassword(tag));
  }

  /**
   * The tag, when none of its pages asks for a password that was not ordered: a configuration page
   * torn while the mirror was switched off may hold any AUTH0.
   */
  private static Checked<TagSnapshot> withoutPassword(TagSnapshot tag) {
    return tag.asksForPassword()
        ? Checked.refused(
            EncodeRefusal.PASSWORD_UNORDERED.with(
                "model",
                tag.identity().name(),
                "seen",
                "%02X".formatted(Protection.of(tag).passwordFrom())))
        : Checked.passed(tag);
  }

  /** The tag with its settings, when nothing is known to speak against the finish. */
  private Checked<TagSnapshot> finishable(Finish finish) {
    return finishing.foreseen(finish).map(steps -> session.known());
  }

  private Checked<TagSnapshot> opened(Finish finish, TagAcquaintance known) {
    return gate.open(secretOf(finish), known);
  }

  private static Optional<TagPassword> secretOf(Finish finish) {
    return finish.password().map(PasswordSetting::secret);
  }

  private Checked<TagSnapshot> change(EncodeGoal goal) {
    return permitted(goal)
        .then(tag -> writing.plan(goal.message()))
        .map(this::begun)
        .then(plan -> mirror.isOn() ? planWithoutMirror(plan) : Checked.passed(plan))
        .then(writing::carryOut)
        .then(done -> goal.wantsMirror() ? mirrored(goal.message()) : passed());
  }

  /** The place is looked for anew: under a mirror the message may have seemed to lie elsewhere. */
  private Checked<TagSnapshot> mirrored(Bytes message) {
    return goalOf(message, true).then(goal -> mirror.start(goal.mirror()));
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
    record.begin(plan.message());
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

  /** The message that a tag shows, when it is one. */
  private static Checked<Bytes> shown(TagSnapshot tag) {
    return switch (Showing.in(tag)) {
      case Showing.Message(Bytes message) -> Checked.passed(message);
      case Showing.Empty empty -> Checked.refused(EncodeRefusal.TAG_EMPTY.with());
      case Showing.Broken(Refusal why) -> Checked.refused(why);
      case Showing.Hidden(Refusal why) -> Checked.refused(why);
    };
  }

  private EncodeOutcome.Verified verified(EncodeGoal goal, Finish finish) {
    Optional<Integer> counter =
        goal.wantsMirror() ? Optional.ofNullable(mirror.counter()) : Optional.empty();
    return verified(goal.message(), counter, finish);
  }

  private EncodeOutcome.Verified verified(Bytes message, Optional<Integer> counter, Finish finish) {
    return record.verified(
        new EncodeOutcome.Verified(
            message,
            session.pagesWritten(),
            session.exchanges(),
            counter.orElse(null),
            nanosSinceArrival.getAsLong() / NANOS_PER_MILLI,
            new Finished(finish.lock(), finish.password().isPresent(), false)));
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
