package tapwright.agent.station;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.Finished;
import tapwright.agent.encode.Presentation;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.reader.Signal;
import tapwright.core.Bytes;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.Uid;

/** A reader on which somebody lays tags; before each moment that matters something may happen. */
public final class FakeReader implements EncodingReader {

  private final FakeClock clock;
  private final Supplier<Optional<FakeTag>> somebody;
  private final Runnable moment;

  /** Whether something lies there that nobody takes away. */
  public boolean occupied;

  public FakeReader(FakeClock clock, Supplier<Optional<FakeTag>> somebody, Runnable moment) {
    this.clock = clock;
    this.somebody = somebody;
    this.moment = moment;
  }

  @Override
  public String name() {
    return "Fake 00 00";
  }

  @Override
  public Optional<Presentation> awaitPresentation(Duration timeout) {
    moment.run();
    Optional<FakeTag> tag = somebody.get();
    if (tag.isEmpty()) {
      clock.pause(timeout);
    }
    return tag.map(Laid::new);
  }

  @Override
  public boolean awaitRemoval(Duration timeout) {
    if (!occupied) {
      return true;
    }
    clock.pause(timeout);
    return false;
  }

  @Override
  public void close() {}

  /** A tag on the reader. */
  private final class Laid implements Presentation {

    private final FakeTag tag;

    Laid(FakeTag tag) {
      this.tag = tag;
    }

    @Override
    public Uid uid() {
      return tag.uid();
    }

    @Override
    public String modelName() {
      return tag.model().label();
    }

    @Override
    public EncodeOutcome encode(EncodeRequest request) {
      return encode(request, WriteRecord.NONE);
    }

    @Override
    public EncodeOutcome encode(EncodeRequest request, WriteRecord record) {
      moment.run();
      if (tag.readOnly) {
        return new EncodeOutcome.Refused(TagRefusal.READ_ONLY.with("seen", "0F"));
      }
      if (tag.cannotMirror && request.counting() == Counting.MIRROR) {
        return new EncodeOutcome.Refused(
            ProtectionRefusal.MIRROR_UNSUPPORTED.with("model", modelName(), "allowed", "NTAG215"));
      }
      Optional<Bytes> fitting =
          request.messages().stream()
              .filter(message -> message.size() <= tag.model().capacityBytes())
              .findFirst();
      if (fitting.isEmpty()) {
        int bytes = request.messages().getLast().size();
        return new EncodeOutcome.Refused(
            TagRefusal.MESSAGE_TOO_LONG.with(
                "bytes",
                bytes,
                "over",
                bytes - tag.model().capacityBytes(),
                "model",
                modelName(),
                "allowed",
                tag.model().capacityBytes(),
                "fitting",
                "it fits no known chip"));
      }
      return write(fitting.get(), request.finish(), record);
    }

    @Override
    public boolean wasWritten() {
      return tag.written > 0;
    }

    @Override
    public boolean isKnownEmpty() {
      return false;
    }

    private EncodeOutcome write(Bytes message, Finish finish, WriteRecord record) {
      boolean there = tag.content.equals(message);
      if (!there) {
        record.begin(tag.uid(), message);
        tag.content = FakeTag.TORN;
        moment.run();
        tag.content = message;
        tag.written++;
      }
      moment.run();
      Finished finished =
          new Finished(finish.lock(), finish.password().isPresent(), finish.keys().isPresent());
      return new EncodeOutcome.Verified(message, there ? 0 : 1, 18, null, 90, finished);
    }

    @Override
    public void signal(Signal signal) {
      tag.signals.add(signal);
    }

    @Override
    public boolean awaitRemoval(Duration timeout) {
      moment.run();
      return true;
    }

    @Override
    public void close() {}
  }
}
