package tapwright.agent.encode.type4;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Field;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.RunningRecord;
import tapwright.agent.encode.TagContent;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.TagSecrets;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.TagConnection;
import tapwright.agent.tag.DnaTag;
import tapwright.agent.tag.Type4Identification;
import tapwright.agent.tag.Type4Tag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;
import tapwright.core.tag.inspect.Flaw;
import tapwright.core.tag.inspect.TagFindings;
import tapwright.core.tag.originality.Originality;
import tapwright.core.tag.type4.NdefFile;
import tapwright.core.tag.type4.Type4Model;
import tapwright.core.tag.type4.Type4Refusal;

/** A Type 4 tag in a reader's field. */
public final class Type4Presentation implements TagPresentation {

  /** A UID of 4 bytes that begins so is drawn at random (ISO/IEC 14443-3 section 6.5.4). */
  private static final int RANDOM_UID_BYTES = 4;

  private static final int RANDOM_UID_MARK = 0x08;

  private final Type4Tag tag;
  private final Uid uid;
  private final Type4Model model;
  private final Checked<Type4Session> session;
  private final Field field;
  private final TimeAndChance sinceArrival;
  private final int identification;

  private Type4Presentation(
      Type4Tag tag, Type4Identification found, Field field, TimeAndChance sinceArrival) {
    this.tag = tag;
    this.uid = found.uid();
    this.model = found.model();
    this.session = session(tag, found);
    this.field = field;
    this.sinceArrival = sinceArrival;
    this.identification = tag.link().exchanges();
  }

  /**
   * Identifies the tag behind the connection.
   *
   * @param sinceArrival with time that begins at the tag's arrival
   * @throws ReaderFault.ForeignTag when it has no NDEF application
   */
  public static Type4Presentation of(
      TagConnection connection, Field field, TimeAndChance sinceArrival) {
    Type4Tag tag = new Type4Tag(connection);
    Type4Identification found =
        tag.identify().orElseThrow(() -> new ReaderFault.ForeignTag(connection.atr()));
    return new Type4Presentation(tag, found, field, sinceArrival);
  }

  private static Checked<Type4Session> session(Type4Tag tag, Type4Identification found) {
    return isRandom(found.uid())
        ? Checked.refused(Type4Refusal.UID_RANDOM.with("seen", found.uid()))
        : found.container().map(it -> new Type4Session(tag, found, it));
  }

  private static boolean isRandom(Uid uid) {
    return uid.value().size() == RANDOM_UID_BYTES && uid.value().at(0) == RANDOM_UID_MARK;
  }

  @Override
  public Uid uid() {
    return uid;
  }

  @Override
  public String modelName() {
    return model.label();
  }

  @Override
  public EncodeOutcome encode(EncodeRequest request) {
    return encode(request, WriteRecord.NONE);
  }

  @Override
  public EncodeOutcome encode(EncodeRequest request, WriteRecord record) {
    return with(record, (open, running) -> encoding(open, running).of(request));
  }

  @Override
  public boolean wasWritten() {
    return session.map(open -> open.writes() > 0)
            instanceof Checked.Passed<Boolean>(Boolean written)
        && written;
  }

  /** What a refused personalisation leaves is not looked at again. */
  @Override
  public boolean isKnownEmpty() {
    return false;
  }

  @Override
  public Checked<TagContent> content(Optional<TagPassword> password, WriteRecord record) {
    return session
        .then(open -> withoutPassword(open, password))
        .then(Type4Session::message)
        .then(this::content);
  }

  private Checked<TagContent> content(Bytes message) {
    return message.isEmpty()
        ? Checked.refused(EncodeRefusal.TAG_EMPTY.with())
        : Checked.passed(new TagContent(uid, message));
  }

  @Override
  public Checked<Bytes> live(Bytes message, Counting counting) {
    return session.then(
        open -> encoding(open, new RunningRecord(WriteRecord.NONE, uid)).live(message, counting));
  }

  @Override
  public Originality originality() {
    return model.isDna() ? new DnaTag(tag.link()).originality(uid) : Originality.NOT_ASKED;
  }

  @Override
  public Checked<List<PlannedStep>> plan(EncodeRequest request) {
    return session.then(
        open -> encoding(open, new RunningRecord(WriteRecord.NONE, uid)).plan(request));
  }

  @Override
  public Checked<List<PlannedStep>> planOfFinish(Finish finish) {
    return session.then(
        open -> encoding(open, new RunningRecord(WriteRecord.NONE, uid)).planOfFinish(finish));
  }

  @Override
  public Checked<List<PlannedStep>> planOfErasing(TagSecrets secrets) {
    return session
        .then(open -> withoutPassword(open, secrets.password()))
        .then(
            open ->
                encoding(open, new RunningRecord(WriteRecord.NONE, uid))
                    .planOfErasing(secrets.keys()));
  }

  @Override
  public EncodeOutcome finish(Finish finish, WriteRecord record) {
    return with(record, (open, running) -> encoding(open, running).ofWhatItHolds(finish));
  }

  @Override
  public EncodeOutcome erase(TagSecrets secrets, WriteRecord record) {
    return with(
        record,
        (open, running) ->
            switch (withoutPassword(open, secrets.password())) {
              case Checked.Passed<Type4Session> none ->
                  encoding(open, running).erase(secrets.keys());
              case Checked.Refused<Type4Session>(Refusal refusal) ->
                  new EncodeOutcome.Refused(refusal);
            });
  }

  private Checked<Type4Session> withoutPassword(Type4Session open, Optional<TagPassword> password) {
    return password.isEmpty()
        ? Checked.passed(open)
        : Checked.refused(Type4Refusal.PASSWORD_UNSUPPORTED.with("model", model.label()));
  }

  @Override
  public TagFindings findings(Optional<TagPassword> password, WriteRecord record) {
    return switch (session) {
      case Checked.Passed<Type4Session>(Type4Session open) -> new Type4Findings(open).look();
      case Checked.Refused<Type4Session>(Refusal why) -> TagFindings.unrecognised(uid, why);
    };
  }

  @Override
  public Checked<List<Flaw>> testWriting(Optional<TagPassword> password, WriteRecord record) {
    return Checked.refused(Type4Refusal.WRITE_TEST_UNSUPPORTED.with("model", model.label()));
  }

  @Override
  public void cycleField() {
    field.cycle();
  }

  /**
   * Identification, the settings of an NTAG 424 DNA's file, SELECT and one READ of it; the
   * message's bytes, then its length; the read-back.
   */
  @Override
  public Checked<Integer> floor(Bytes message) {
    return session.map(
        open -> {
          int data = Math.ceilDiv(message.size(), open.container().writeBytes());
          int readBack =
              Math.ceilDiv(NdefFile.LENGTH_BYTES + message.size(), open.container().readBytes());
          int settings = model.isDna() ? 1 : 0;
          int length = Math.ceilDiv(NdefFile.LENGTH_BYTES, open.container().writeBytes());
          return identification + settings + 2 + data + length + readBack;
        });
  }

  @Override
  public int exchanges() {
    return tag.link().exchanges();
  }

  /** Command APDUs pass through every reader. */
  @Override
  public int probeExchanges() {
    return 0;
  }

  @Override
  public boolean awaitRemoval(Duration timeout) {
    return field.awaitEmpty(timeout);
  }

  @Override
  public void close() {
    field.close();
  }

  private EncodeOutcome with(
      WriteRecord record, BiFunction<Type4Session, RunningRecord, EncodeOutcome> action) {
    return switch (session) {
      case Checked.Passed<Type4Session>(Type4Session open) -> {
        try (RunningRecord running = new RunningRecord(record, uid)) {
          yield action.apply(open, running);
        }
      }
      case Checked.Refused<Type4Session>(Refusal refusal) -> new EncodeOutcome.Refused(refusal);
    };
  }

  private Type4Encoding encoding(Type4Session open, RunningRecord record) {
    return new Type4Encoding(open, record, sinceArrival);
  }
}
