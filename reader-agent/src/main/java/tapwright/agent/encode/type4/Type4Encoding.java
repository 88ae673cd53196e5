package tapwright.agent.encode.type4;

import java.util.List;
import java.util.Optional;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.Finished;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.RunningRecord;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.FileAccess;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.dna.FileSettings;
import tapwright.core.tag.dna.SdmLayout;
import tapwright.core.tag.type4.NdefFile;
import tapwright.core.tag.type4.Type4Refusal;

/**
 * One Type 4 tag brought to what is asked of it: read, plan, write, read back.
 *
 * <p>Whatever a write's answer was, only reading back decides what the tag holds.
 */
final class Type4Encoding {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private static final String CHANGE = "change its message";

  private final Type4Session session;
  private final RunningRecord record;
  private final TimeAndChance sinceArrival;

  Type4Encoding(Type4Session session, RunningRecord record, TimeAndChance sinceArrival) {
    this.session = session;
    this.record = record;
    this.sinceArrival = sinceArrival;
  }

  EncodeOutcome of(EncodeRequest request) {
    return EncodeOutcome.of(reached(request));
  }

  private Checked<EncodeOutcome.Verified> reached(EncodeRequest request) {
    return chosen(request).then(message -> reach(message, request));
  }

  /** The finish alone; the message stays the one that the tag shows. */
  EncodeOutcome ofWhatItHolds(Finish finish) {
    return EncodeOutcome.of(
        Type4Standing.of(session)
            .then(
                now ->
                    now.isDone(finish)
                        ? Checked.passed(lockedAlready(now.message()))
                        : kept(now, finish).then(this::reached)));
  }

  /** What the finish alone would take. */
  Checked<List<PlannedStep>> planOfFinish(Finish finish) {
    return Type4Standing.of(session)
        .then(
            now ->
                now.isDone(finish)
                    ? Checked.passed(List.of())
                    : kept(now, finish).then(this::plan));
  }

  /** A link that somebody else has set to be signed otherwise is no such card's. */
  private Checked<EncodeRequest> kept(Type4Standing now, Finish finish) {
    return now.request(finish)
        .then(request -> live(now.message(), request.counting()).map(live -> request));
  }

  private EncodeOutcome.Verified lockedAlready(Bytes message) {
    return verified(message, Optional.empty(), new Finished(true, false, false));
  }

  /** What would be done, told from what is on the card. */
  Checked<List<PlannedStep>> plan(EncodeRequest request) {
    return chosen(request)
        .then(
            message ->
                request.finish().keys().isPresent()
                    ? DnaGoal.of(message, request.counting(), request.finish())
                        .then(goal -> new DnaPlan(session, goal).steps())
                    : planOfWriting(message));
  }

  private Checked<List<PlannedStep>> planOfWriting(Bytes message) {
    List<PlannedStep> steps = Type4Words.writes(session.planOf(message));
    return steps.isEmpty() ? Checked.passed(steps) : writable(CHANGE).map(open -> steps);
  }

  /** The message that the tag holds, when it makes it say which read this is as asked. */
  Checked<Bytes> live(Bytes message, Counting counting) {
    String name = session.model().label();
    return switch (counting) {
      case NONE -> Checked.passed(message);
      case MIRROR -> Checked.refused(Type4Refusal.MIRROR_UNSUPPORTED.with("model", name));
      case SUN ->
          session.model().isDna()
              ? SdmLayout.of(message).then(this::signing).map(file -> message)
              : Checked.refused(EncodeRefusal.SUN_UNSUPPORTED.with("model", name));
    };
  }

  private Checked<FileDescription> signing(SdmLayout layout) {
    return new DnaTag(session.tag().link())
        .fileSettings()
        .then(
            file ->
                file.isSetTo(new FileSettings(FileAccess.CARD, Optional.of(layout)))
                        || file.isSetTo(new FileSettings(FileAccess.LOCKED, Optional.of(layout)))
                    ? Checked.passed(file)
                    : Checked.refused(
                        EncodeRefusal.LINK_FIXED.with(
                            "model", session.model().label(), "wanted", "sign its link there")));
  }

  /** Takes the message away, and the keys where they are given. */
  EncodeOutcome erase(Optional<DnaKeys> keys) {
    return EncodeOutcome.of(
        Type4Demands.ofErasing(keys, session.model())
            .map(Checked::<NdefFile>refused)
            .orElseGet(() -> keys.map(this::erasedByHolder).orElseGet(this::erased))
            .map(erased -> verified(Bytes.EMPTY, Optional.empty(), Finished.NOTHING)));
  }

  /** What that would take. */
  Checked<List<PlannedStep>> planOfErasing(Optional<DnaKeys> keys) {
    return Type4Demands.ofErasing(keys, session.model())
        .map(Checked::<List<PlannedStep>>refused)
        .orElseGet(
            () ->
                keys.map(it -> erasing(it).plan())
                    .orElseGet(
                        () ->
                            writable("empty it")
                                .map(open -> Type4Words.writes(session.planOfErasing()))));
  }

  private Checked<NdefFile> erasedByHolder(DnaKeys keys) {
    return erasing(keys).carryOut();
  }

  private DnaErasing erasing(DnaKeys keys) {
    return new DnaErasing(session, keys, record, sinceArrival.random());
  }

  private Checked<NdefFile> erased() {
    return writable("empty it").map(open -> begun(Bytes.EMPTY)).then(nothing -> session.erase());
  }

  /** The first message that fits; when none does, the refusal of the last, shortest one. */
  private Checked<Bytes> chosen(EncodeRequest request) {
    Optional<Refusal> refusal = Type4Demands.refusal(request, session.model());
    List<Bytes> messages = request.messages();
    Optional<Bytes> fitting =
        messages.stream().filter(message -> session.misfit(message).isEmpty()).findFirst();
    return refusal
        .or(() -> fitting.isEmpty() ? session.misfit(messages.getLast()) : Optional.empty())
        .<Checked<Bytes>>map(Checked::refused)
        .orElseGet(() -> Checked.passed(fitting.orElseThrow()));
  }

  private Checked<EncodeOutcome.Verified> reach(Bytes message, EncodeRequest request) {
    return request.finish().keys().isPresent()
        ? personalised(message, request)
        : written(message).map(it -> verified(message, Optional.empty(), Finished.NOTHING));
  }

  private Checked<EncodeOutcome.Verified> personalised(Bytes message, EncodeRequest request) {
    Finished finished = new Finished(request.finish().lock(), false, true);
    return DnaGoal.of(message, request.counting(), request.finish())
        .then(
            goal -> new DnaPersonalisation(session, goal, record, sinceArrival.random()).carryOut())
        .map(counter -> verified(message, counter, finished));
  }

  private Checked<NdefFile> written(Bytes message) {
    NdefFile now = session.readFile(NdefFile.LENGTH_BYTES + message.size());
    return now.holds(message)
        ? Checked.passed(now)
        : writable(CHANGE).map(open -> begun(message)).then(session::write);
  }

  /** The container says so to phones; an NTAG 424 DNA has to say so itself. */
  private Checked<Type4Session> writable(String doing) {
    if (!session.container().isWritable()) {
      return Checked.refused(
          Type4Refusal.READ_ONLY.with(
              "model", session.model().label(),
              "seen", "%02X".formatted(session.container().writeAccess())));
    }
    return session.model().isDna()
        ? new DnaTag(session.tag().link()).fileSettings().then(file -> openFile(file, doing))
        : Checked.passed(session);
  }

  /** What a chip that signs would lay over another message, nobody would have ordered. */
  private Checked<Type4Session> openFile(FileDescription file, String doing) {
    if (file.isLockedForEver()) {
      return Checked.refused(DnaFileGate.lockedForEver(session));
    }
    return DnaFileGate.isOpen(file)
        ? Checked.passed(session)
        : Checked.refused(Type4Demands.keysNotGiven(doing, session.model()));
  }

  private Bytes begun(Bytes message) {
    record.begin(message);
    return message;
  }

  private EncodeOutcome.Verified verified(
      Bytes message, Optional<Integer> counter, Finished finished) {
    return record.verified(
        new EncodeOutcome.Verified(
            message,
            session.writes(),
            session.exchanges(),
            counter.orElse(null),
            sinceArrival.nanos().getAsLong() / NANOS_PER_MILLI,
            finished));
  }
}
