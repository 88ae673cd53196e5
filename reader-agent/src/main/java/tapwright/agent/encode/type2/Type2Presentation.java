package tapwright.agent.encode.type2;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Field;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.RunningRecord;
import tapwright.agent.encode.TagAcquaintance;
import tapwright.agent.encode.TagContent;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.TagSecrets;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.Signal;
import tapwright.agent.reader.TagChannel;
import tapwright.agent.tag.Identification;
import tapwright.agent.tag.Type2Tag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.Uid;
import tapwright.core.tag.inspect.Flaw;
import tapwright.core.tag.inspect.TagFindings;
import tapwright.core.tag.originality.Originality;

/** A Type 2 tag in a reader's field. */
public final class Type2Presentation implements TagPresentation {

  private static final System.Logger LOG = System.getLogger(Type2Presentation.class.getName());

  private static final String UNKNOWN_MODEL = "unknown chip";

  private final TagChannel channel;
  private final Uid uid;
  private final Optional<TagSnapshot> foreign;
  private final Optional<HiddenTag> hidden;
  private final Field field;
  private final LongSupplier nanosSinceArrival;
  private Checked<TagSession> session;

  private Type2Presentation(
      TagChannel channel, Identification tag, Field field, LongSupplier nanosSinceArrival) {
    this.channel = channel;
    this.uid = tag.uid();
    this.session = tag.tag().map(known -> new TagSession(channel, uid, known));
    this.foreign = tag.foreign();
    this.hidden = tag.hidden().map(model -> new HiddenTag(channel, uid, model.label()));
    this.field = field;
    this.nanosSinceArrival = nanosSinceArrival;
  }

  /** Identifies the tag behind the channel. */
  public static Type2Presentation of(TagChannel channel, Field field, LongSupplier nanos) {
    long arrived = nanos.getAsLong();
    Identification tag = new Type2Tag(channel).identify();
    return new Type2Presentation(channel, tag, field, () -> nanos.getAsLong() - arrived);
  }

  @Override
  public Uid uid() {
    return uid;
  }

  @Override
  public String modelName() {
    return switch (session) {
      case Checked.Passed<TagSession>(TagSession open) -> open.known().identity().name();
      case Checked.Refused<TagSession> refused ->
          hidden.map(HiddenTag::model).orElse(UNKNOWN_MODEL);
    };
  }

  @Override
  public EncodeOutcome encode(EncodeRequest request) {
    return encode(request, WriteRecord.NONE);
  }

  @Override
  public EncodeOutcome encode(EncodeRequest request, WriteRecord record) {
    enter(request.finish().password().map(PasswordSetting::secret), request.acquaintance(), record);
    return with(record, (open, running) -> encoding(open, running).of(request));
  }

  @Override
  public boolean wasWritten() {
    return session.map(open -> open.pagesWritten() > 0)
            instanceof Checked.Passed<Boolean>(Boolean written)
        && written;
  }

  @Override
  public boolean isKnownEmpty() {
    return session.map(open -> open.known().isEmpty())
            instanceof Checked.Passed<Boolean>(Boolean empty)
        && empty;
  }

  @Override
  public Checked<TagContent> content(Optional<TagPassword> password, WriteRecord record) {
    enter(password, TagAcquaintance.NAMED_BY_HAND, record);
    return foreign.isPresent() ? foreignContent() : ownContent(password, record);
  }

  /** Of a chip that is not taken: its message, and nothing else of it. */
  private Checked<TagContent> foreignContent() {
    return new Type2Tag(channel)
        .withMessage(foreign.orElseThrow(), 0)
        .then(TagSnapshot::reading)
        .then(this::contentIn);
  }

  private Checked<TagContent> ownContent(Optional<TagPassword> password, WriteRecord record) {
    return session
        .then(
            open ->
                gate(open, record)
                    .openForReading(password, TagAcquaintance.NAMED_BY_HAND)
                    .map(opened -> open))
        .then(open -> open.readMessage(0))
        .then(TagSnapshot::reading)
        .then(this::contentIn);
  }

  @Override
  public Checked<Bytes> live(Bytes message, Counting counting) {
    return session.then(open -> encoding(open, unrecorded(open)).live(message, counting));
  }

  @Override
  public Originality originality() {
    return switch (session) {
      case Checked.Passed<TagSession>(TagSession open) -> open.originality();
      case Checked.Refused<TagSession> refused -> Originality.NOT_ASKED;
    };
  }

  @Override
  public Checked<List<PlannedStep>> plan(EncodeRequest request) {
    return session.then(open -> encoding(open, unrecorded(open)).plan(request));
  }

  @Override
  public Checked<List<PlannedStep>> planOfFinish(Finish finish) {
    return session.then(open -> encoding(open, unrecorded(open)).planOfFinish(finish));
  }

  @Override
  public Checked<List<PlannedStep>> planOfErasing(TagSecrets secrets) {
    return session.then(open -> erasing(open, unrecorded(open)).plan(secrets));
  }

  @Override
  public Optional<Refusal> unwritable() {
    return session instanceof Checked.Refused<TagSession>(Refusal why)
        ? Optional.of(why)
        : Optional.empty();
  }

  @Override
  public EncodeOutcome finish(Finish finish, WriteRecord record) {
    enter(finish.password().map(PasswordSetting::secret), TagAcquaintance.NAMED_BY_HAND, record);
    return with(record, (open, running) -> encoding(open, running).ofWhatItHolds(finish));
  }

  @Override
  public EncodeOutcome erase(TagSecrets secrets, WriteRecord record) {
    enter(secrets.password(), TagAcquaintance.NAMED_BY_HAND, record);
    return with(record, (open, running) -> erasing(open, running).with(secrets));
  }

  @Override
  public TagFindings findings(Optional<TagPassword> password, WriteRecord record) {
    enter(password, TagAcquaintance.NAMED_BY_HAND, record);
    return switch (session) {
      case Checked.Passed<TagSession>(TagSession open) ->
          new Type2Findings(open)
              .look(gate(open, record).openForReading(password, TagAcquaintance.NAMED_BY_HAND));
      case Checked.Refused<TagSession>(Refusal why) ->
          hidden
              .map(tag -> TagFindings.hidden(uid, tag.model(), why))
              .orElseGet(() -> TagFindings.unrecognised(uid, why));
    };
  }

  @Override
  public Checked<List<Flaw>> testWriting(Optional<TagPassword> password, WriteRecord record) {
    enter(password, TagAcquaintance.NAMED_BY_HAND, record);
    return session.then(
        open -> {
          try (RunningRecord running = new RunningRecord(record, uid)) {
            return new WriteTest(open, running).with(password);
          }
        });
  }

  @Override
  public void cycleField() {
    channel.close();
    field.cycle();
  }

  @Override
  public Checked<Integer> floor(Bytes message) {
    return session.then(open -> EncodeFloor.of(channel, open.known(), message));
  }

  @Override
  public int exchanges() {
    return channel.exchanges();
  }

  @Override
  public int probeExchanges() {
    return channel.probeExchanges();
  }

  /** Ends the channel's session first: inside one a reader takes nothing for itself. */
  @Override
  public void signal(Signal signal) {
    try {
      channel.close();
      field.signal(signal);
    } catch (ReaderFault gone) {
      LOG.log(System.Logger.Level.DEBUG, "no signal " + signal, gone);
    }
  }

  @Override
  public boolean awaitRemoval(Duration timeout) {
    return field.awaitEmpty(timeout);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } finally {
      field.close();
    }
  }

  private EncodeOutcome with(
      WriteRecord record, BiFunction<TagSession, RunningRecord, EncodeOutcome> action) {
    return switch (session) {
      case Checked.Refused<TagSession>(Refusal refusal) -> new EncodeOutcome.Refused(refusal);
      case Checked.Passed<TagSession>(TagSession open) -> {
        try (RunningRecord running = new RunningRecord(record, uid)) {
          yield action.apply(open, running);
        }
      }
    };
  }

  /** A tag that hides all of itself is known from when it takes its password. */
  private void enter(Optional<TagPassword> password, TagAcquaintance known, WriteRecord record) {
    boolean waits =
        session instanceof Checked.Refused<TagSession>(Refusal why)
            && why.code() == ProtectionRefusal.READ_PROTECTED;
    if (waits && hidden.isPresent() && password.isPresent()) {
      session = hidden.get().opened(password.get(), known, new RunningRecord(record, uid));
    }
  }

  private RunningRecord unrecorded(TagSession open) {
    return new RunningRecord(WriteRecord.NONE, open.uid());
  }

  private PasswordGate gate(TagSession open, WriteRecord record) {
    return new PasswordGate(open, new RunningRecord(record, uid));
  }

  private Encoding encoding(TagSession open, RunningRecord record) {
    return new Encoding(open, record, nanosSinceArrival);
  }

  private Erasing erasing(TagSession open, RunningRecord record) {
    return new Erasing(open, record, nanosSinceArrival);
  }

  private Checked<TagContent> contentIn(TlvReading reading) {
    return switch (reading) {
      case TlvReading.Found(var slot, Bytes message) when !message.isEmpty() ->
          Checked.passed(new TagContent(uid, message));
      case TlvReading.Found empty -> Checked.refused(EncodeRefusal.TAG_EMPTY.with());
      case TlvReading.Absent absent -> Checked.refused(TagRefusal.NO_MESSAGE.with());
      case TlvReading.Malformed malformed -> Checked.refused(malformed.refusal());
      case TlvReading.Unread unread ->
          throw new IllegalStateException("pages " + unread + " were to be read");
    };
  }
}
