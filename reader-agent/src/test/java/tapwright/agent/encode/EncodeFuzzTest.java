package tapwright.agent.encode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannel;
import tapwright.agent.reader.TagChannels;
import tapwright.core.Bytes;

/** A tag that lies is encoded, refused, or a fault of the world; nothing else comes out. */
class EncodeFuzzTest {

  private static final EncodeRequest PLAIN = Bench.request(Bench.link(30, 'a'));

  private static final EncodeRequest MIRRORED =
      new EncodeRequest(
          PLAIN.messages().stream().map(EncodeFuzzTest::withPlaceholder).toList(), Counting.MIRROR);

  @FuzzTest(maxDuration = "10m")
  void lyingTag(byte[] input) {
    encode(PLAIN, Bytes.copyOf(input));
    encode(MIRRORED, Bytes.copyOf(input));
  }

  private static void encode(EncodeRequest request, Bytes answers) {
    TagChannels channels = new TagChannels(ReaderProfiles.inMemory());
    try (TagChannel channel = channels.open("a reader", new LyingTag(answers));
        TagPresentation tag = Type2Presentation.of(channel, new IdleField(), () -> 0)) {
      tag.encode(request);
      tag.content();
      tag.findings();
    } catch (ReaderFault declared) {
      // what a tag that lies may end as
    }
  }

  private static Bytes withPlaceholder(Bytes link) {
    Bytes uri = Bytes.ofUtf8("example.com/?m=" + EncodeRequest.MIRROR_PLACEHOLDER);
    return link.slice(0, 2).plus(Bytes.of(uri.size() + 1, 0x55, 0x04)).plus(uri);
  }
}
