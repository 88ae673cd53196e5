package tapwright.agent.encode;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import tapwright.agent.reader.TagChannel;
import tapwright.agent.tag.Identification;
import tapwright.agent.tag.Type2Tag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.Uid;

/** A Type 2 tag in a reader's field; one that is not taken still has its UID, and says why. */
public final class TagPresentation implements Presentation {

  private static final String UNKNOWN_MODEL = "unknown chip";

  private final TagChannel channel;
  private final Uid uid;
  private final Checked<TagSession> session;
  private final Field field;
  private final LongSupplier nanosSinceArrival;

  private TagPresentation(
      TagChannel channel, Identification tag, Field field, LongSupplier nanosSinceArrival) {
    this.channel = channel;
    this.uid = tag.uid();
    this.session = tag.tag().map(known -> new TagSession(channel, uid, known));
    this.field = field;
    this.nanosSinceArrival = nanosSinceArrival;
  }

  /** Identifies the tag behind the channel. */
  static TagPresentation of(TagChannel channel, Field field, LongSupplier nanos) {
    long arrived = nanos.getAsLong();
    Identification tag = new Type2Tag(channel).identify();
    return new TagPresentation(channel, tag, field, () -> nanos.getAsLong() - arrived);
  }

  @Override
  public Uid uid() {
    return uid;
  }

  @Override
  public String modelName() {
    return switch (session) {
      case Checked.Passed<TagSession>(TagSession open) -> open.known().identity().name();
      case Checked.Refused<TagSession> refused -> UNKNOWN_MODEL;
    };
  }

  @Override
  public EncodeOutcome encode(EncodeRequest request) {
    return encode(request, WriteRecord.NONE);
  }

  /** Encodes, and has it written down before the first page changes and after the read-back. */
  public EncodeOutcome encode(EncodeRequest request, WriteRecord record) {
    return switch (session) {
      case Checked.Passed<TagSession>(TagSession open) ->
          new Encoding(open, record, nanosSinceArrival).of(request);
      case Checked.Refused<TagSession>(Refusal refusal) -> new EncodeOutcome.Refused(refusal);
    };
  }

  /** The message that the tag shows. */
  public Checked<TagContent> content() {
    return session
        .then(open -> open.readMessage(0))
        .then(TagSnapshot::reading)
        .then(this::contentIn);
  }

  /** Everything read of the tag that says what it is and how it is set: locks, settings. */
  public Checked<TagSnapshot> inspect() {
    return session.then(TagSession::readSettings);
  }

  /** The read counter; empty where the chip does not count or does not tell. */
  public Optional<Integer> counter() {
    return switch (session) {
      case Checked.Passed<TagSession>(TagSession open)
          when channel.passesNativeCommands()
              && open.known().configuration().filter(TagConfiguration::isCounting).isPresent() ->
          Optional.ofNullable(new MirrorSetting(open).counter());
      case Checked.Passed<TagSession> silent -> Optional.empty();
      case Checked.Refused<TagSession> refused -> Optional.empty();
    };
  }

  /** The fewest exchanges in which a message can be written to such a tag, blank, and verified. */
  public Checked<Integer> floor(Bytes message) {
    return session.then(open -> EncodeFloor.of(channel, open.known(), message));
  }

  /** What this presentation took so far. */
  public int exchanges() {
    return channel.exchanges();
  }

  /** What it took before to find out what the reader can do. */
  public int probeExchanges() {
    return channel.probeExchanges();
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
