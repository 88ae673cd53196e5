package tapwright.agent.station.walk;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.encode.Presentation;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.pcsc.ReaderSession;
import tapwright.agent.pcsc.TagConnection;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannel;
import tapwright.agent.reader.TagChannels;
import tapwright.agent.tag.Identification;
import tapwright.agent.tag.Type2Tag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.Uid;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.write.WritePlan;

/** A planted bug: the product's plans, but with the page of the length first, as most tools do. */
final class LengthFirst implements EncodingReader {

  private final ReaderSession session;

  LengthFirst(ReaderSession session) {
    this.session = session;
  }

  @Override
  public String name() {
    return session.name();
  }

  @Override
  public Optional<Presentation> awaitPresentation(Duration timeout) {
    return session.awaitTag(timeout).map(this::identified);
  }

  @Override
  public boolean awaitRemoval(Duration timeout) {
    return session.awaitRemoval(timeout);
  }

  @Override
  public void close() {}

  private Presentation identified(TagConnection connection) {
    TagChannel channel = new TagChannels(ReaderProfiles.inMemory()).open(name(), connection);
    Type2Tag tag = new Type2Tag(channel);
    return new Laid(tag, tag.identify());
  }

  /** A tag on the reader. */
  private record Laid(Type2Tag tag, Identification identification) implements Presentation {

    @Override
    public Uid uid() {
      return identification.uid();
    }

    @Override
    public String modelName() {
      return "NTAG215";
    }

    @Override
    public EncodeOutcome encode(EncodeRequest request) {
      Bytes message = request.messages().getFirst();
      TagSnapshot known = identification.tag().then(it -> tag.withMessage(it, 60)).orThrow();
      return switch (WritePlan.of(tag.withData(known, 60), message)) {
        case Checked.Passed<WritePlan>(WritePlan plan) -> write(plan);
        case Checked.Refused<WritePlan>(Refusal refusal) -> new EncodeOutcome.Refused(refusal);
      };
    }

    @Override
    public EncodeOutcome encode(EncodeRequest request, WriteRecord record) {
      return encode(request);
    }

    @Override
    public boolean wasWritten() {
      return false;
    }

    @Override
    public boolean isKnownEmpty() {
      return false;
    }

    private EncodeOutcome write(WritePlan plan) {
      List<PageWrite> writes = plan.writes();
      writes.stream().sorted(Comparator.comparingInt(PageWrite::page)).forEach(tag::write);
      return new EncodeOutcome.Verified(plan.message(), writes.size(), 0, null, 0);
    }

    @Override
    public boolean awaitRemoval(Duration timeout) {
      return true;
    }

    @Override
    public void close() {}
  }
}
