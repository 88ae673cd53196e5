package tapwright.agent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Bytes;
import tapwright.core.Checked;

class ProfileFileTest {

  private static final String SOUND =
      """
      # a comment
      title = Sample Reader
      names = Sample One | Sample Two
      other-slots = SAM
      paths = encapsulate, direct-transmit

      pages-per-fast-read = 32
      bytes-per-read = 4
      acknowledgement = 9000
      refusal = 6F0B
      signals-by = transmit
      good = FF00, FF01
      bad = FF02
      quiet = none
      """;

  private static String refusal(String text) {
    Checked<ReaderProfile> profile = ProfileFile.parse("sample", text);
    return assertInstanceOf(Checked.Refused.class, profile).refusal().toString();
  }

  @Test
  void parse_takesEachKey() {
    ReaderProfile profile = ProfileFile.parse("sample", SOUND).orThrow();

    assertEquals("sample", profile.id());
    assertEquals(
        new ReaderProfile.Naming(
            "Sample Reader", List.of("Sample One", "Sample Two"), List.of("SAM")),
        profile.naming());
    assertEquals(
        new ReaderProfile.Abilities(
            List.of(NativePath.ENCAPSULATE, NativePath.DIRECT_TRANSMIT),
            32,
            4,
            new ReaderProfile.FourBits(Bytes.ofHex("9000"), Bytes.ofHex("6F0B"))),
        profile.abilities());
    assertEquals(SignalCommands.Way.TRANSMIT, profile.signals().way());
    assertEquals(
        List.of(Bytes.ofHex("FF00"), Bytes.ofHex("FF01")), profile.signals().of(Signal.GOOD));
    assertEquals(List.of(), profile.signals().of(Signal.QUIET));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "bytes-per-read = 4~bytes-per-read = 5~line 8: bytes-per-read is \"5\"; allowed is 4 or 16",
        "pages-per-fast-read = 32~pages-per-fast-read = 65~line 7: pages-per-fast-read is \"65\"",
        "paths = encapsulate~paths = escape~line 5: paths is \"escape, direct-transmit\"",
        "good = FF00~good = ff00~line 12: good is \"ff00, FF01\"",
        "quiet = none~quiet~sample.profile line 14 is \"quiet\"; allowed is key = value",
        "quiet = none~loud = none~line 14 has key loud; allowed are title, names",
        "quiet = none~bad = none~line 14 has key bad again",
        "quiet = none~#~sample.profile has no key quiet",
      })
  void parse_refusesWhatIsWrong_namingTheLine(String sound, String wrong, String start) {
    String message = refusal(SOUND.replace(sound, wrong));

    assertTrue(message.contains(start), message);
  }
}
