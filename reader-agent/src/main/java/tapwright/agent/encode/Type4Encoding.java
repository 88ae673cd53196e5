package tapwright.agent.encode;

import java.util.List;
import java.util.Optional;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.type4.NdefFile;
import tapwright.core.tag.type4.Type4Refusal;

/**
 * One Type 4 tag brought to what is asked of it: read, plan, write, read back.
 *
 * <p>Whatever a write's answer was, only reading back decides what the tag holds.
 */
final class Type4Encoding {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Type4Session session;
  private final RunningRecord record;
  private final TimeAndChance sinceArrival;

  Type4Encoding(Type4Session session, RunningRecord record, TimeAndChance sinceArrival) {
    this.session = session;
    this.record = record;
    this.sinceArrival = sinceArrival;
  }

  EncodeOutcome of(EncodeRequest request) {
    return EncodeOutcome.of(chosen(request).then(message -> reach(message, request)));
  }

  /** What would be done, in words. */
  Checked<List<PlannedStep>> plan(EncodeRequest request) {
    return chosen(request).map(message -> Type4Words.steps(message, request));
  }

  /** Takes the message away. */
  EncodeOutcome erase() {
    session.readFile(NdefFile.LENGTH_BYTES);
    return EncodeOutcome.of(
        writable()
            .map(open -> begun(Bytes.EMPTY))
            .then(nothing -> session.erase())
            .map(erased -> verified(Bytes.EMPTY, Optional.empty(), Finished.NOTHING)));
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
        : writable().map(open -> begun(message)).then(session::write);
  }

  /** The container says so to phones; an NTAG 424 DNA has to say so itself. */
  private Checked<Type4Session> writable() {
    if (!session.container().isWritable()) {
      return Checked.refused(readOnly("%02X".formatted(session.container().writeAccess())));
    }
    return session.model().isDna()
        ? new DnaTag(session.tag().link()).fileSettings().then(this::openFile)
        : Checked.passed(session);
  }

  /** What a chip that signs would lay over another message, nobody would have ordered. */
  private Checked<Type4Session> openFile(FileDescription file) {
    if (file.signs()) {
      return Checked.refused(
          Type4Refusal.KEYS_NEEDED.with(
              "what", "a change of its signed link", "model", session.model().label()));
    }
    return file.writesFreely()
        ? Checked.passed(session)
        : Checked.refused(readOnly("a key's, or nobody's"));
  }

  private Refusal readOnly(String seen) {
    return Type4Refusal.READ_ONLY.with("model", session.model().label(), "seen", seen);
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
