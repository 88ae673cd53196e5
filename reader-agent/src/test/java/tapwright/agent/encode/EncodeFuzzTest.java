package tapwright.agent.encode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import java.util.Random;
import tapwright.agent.encode.type2.Type2Presentation;
import tapwright.agent.encode.type4.Type4Bench;
import tapwright.agent.encode.type4.Type4Presentation;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannel;
import tapwright.agent.reader.TagChannels;
import tapwright.core.Bytes;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.SignedPlace;

/** A tag that lies is encoded, refused, or a fault of the world; nothing else comes out. */
class EncodeFuzzTest {

  private static final EncodeRequest PLAIN = Bench.request(Bench.link(30, 'a'));

  private static final EncodeRequest MIRRORED =
      new EncodeRequest(
          PLAIN.messages().stream().map(EncodeFuzzTest::withPlaceholder).toList(), Counting.MIRROR);

  private static final EncodeRequest SIGNED =
      new EncodeRequest(
          CardMessages.signed(
              Link.of("url", "https://example.com/").orThrow(),
              Optional.empty(),
              SignedPlace.ENCIPHERED),
          Counting.SUN,
          new Finish(true, Optional.empty(), Optional.of(Type4Bench.KEYS)));

  private static final TimeAndChance MACHINE = new TimeAndChance(() -> 0, new Random(1));

  @FuzzTest(maxDuration = "10m")
  void lyingTag(byte[] input) {
    encode(PLAIN, Bytes.copyOf(input));
    encode(MIRRORED, Bytes.copyOf(input));
  }

  @FuzzTest(maxDuration = "10m")
  void lyingType4(byte[] input) {
    encodeType4(PLAIN, Bytes.copyOf(input));
    encodeType4(SIGNED, Bytes.copyOf(input));
  }

  private static void encodeType4(EncodeRequest request, Bytes answers) {
    LyingTag liar = new LyingTag(LyingTag.PROCESSOR_CARD, answers);
    try (TagPresentation tag = Type4Presentation.of(liar, new IdleField(), MACHINE)) {
      tag.encode(request);
      tag.content();
      tag.findings();
    } catch (ReaderFault declared) {
      // what a tag that lies may end as
    }
  }

  private static void encode(EncodeRequest request, Bytes answers) {
    TagChannels channels = new TagChannels(ReaderProfiles.inMemory());
    try (TagChannel channel =
            channels.open("a reader", new LyingTag(LyingTag.STORAGE_CARD, answers));
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
