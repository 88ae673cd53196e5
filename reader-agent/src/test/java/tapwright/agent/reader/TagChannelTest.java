package tapwright.agent.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.Tear;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;

class TagChannelTest {

  private static final Bytes GET_VERSION = Bytes.of(0x60);
  private static final Bytes PAGE = Bytes.ofHex("A1A2A3A4");

  @TempDir Path folder;

  private final EmulatedReaders emulated = new EmulatedReaders();
  private final EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG216, new Random(1));
  private final TagChannels channels = new TagChannels(ReaderProfiles.inMemory());

  private EmulatedReader laidOn(ReaderKind kind) {
    EmulatedReader reader = emulated.attach(kind);
    reader.place(tag);
    return reader;
  }

  private TagConnection connection(EmulatedReader reader) {
    return Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), new ParkingClock())
        .open(reader.name())
        .awaitTag(Duration.ZERO)
        .orElseThrow();
  }

  private TagChannel opened(EmulatedReader reader) {
    return channels.open(reader.name(), connection(reader));
  }

  @ParameterizedTest
  @CsvSource({"ACR122U,0,60", "PCSC,1,60"})
  void unknownReader_thatPassesCommands_costsItsFailedTrialsOnly(
      ReaderKind kind, int probes, int pagesPerRead) {
    TagChannel channel = opened(laidOn(kind));

    assertTrue(channel.passesNativeCommands());
    assertEquals(probes, channel.probeExchanges());
    assertEquals(1, channel.exchanges());
    assertEquals("0004040201001303", channel.exchange(GET_VERSION, "identifying").toHex());
    assertEquals(1, channel.exchanges());
    assertEquals(pagesPerRead, channel.pagesPerRead());
  }

  @ParameterizedTest
  @CsvSource({"FF_ONLY,4", "FF_ONLY_4,1"})
  void unknownReader_thatPassesNothing_isReadInBlocks(ReaderKind kind, int pagesPerRead) {
    EmulatedReader reader = laidOn(kind);
    TagChannel channel = opened(reader);

    assertEquals(3, channel.probeExchanges());
    assertEquals(0, channel.exchanges());
    assertEquals(tag.memory().slice(0, 16), channel.read(0, 3));
    assertEquals(pagesPerRead, channel.pagesPerRead());
    assertThrows(IllegalStateException.class, () -> channel.exchange(GET_VERSION, "identifying"));

    assertEquals(0, opened(reader).probeExchanges());
  }

  /** The floor of design.md: 39 pages written and read back on a blank NTAG216. */
  @ParameterizedTest
  @CsvSource({"ACR122U,42", "PCSC,42", "FF_ONLY,51", "FF_ONLY_4,85"})
  void exchanges_ofAnEncoding_areCounted(ReaderKind kind, int expected) {
    try (TagChannel channel = opened(laidOn(kind))) {
      if (channel.passesNativeCommands()) {
        channel.exchange(GET_VERSION, "identifying");
      }
      channel.read(0, 6);
      for (int page = 4; page < 43; page++) {
        channel.write(page, PAGE);
      }
      assertEquals(tag.memory().slice(16, 43 * 4), channel.read(4, 42));
      assertEquals(expected, channel.exchanges());
    }
  }

  @ParameterizedTest
  @EnumSource(ReaderKind.class)
  void read_overTheWholeChip_isItsMemory(ReaderKind kind) {
    try (TagChannel channel = opened(laidOn(kind))) {
      assertEquals(tag.memory().slice(0, 0xE5 * 4), channel.read(0, 0xE4));
      assertEquals(Bytes.zeros(4), channel.read(0xE6, 0xE6));
    }
  }

  @ParameterizedTest
  @EnumSource(ReaderKind.class)
  void write_ofALockedPage_isUnknownAndTheTagIsWokenAfterwards(ReaderKind kind) {
    try (TagChannel channel = opened(laidOn(kind))) {
      channel.write(2, Bytes.ofHex("00001000"));

      ReaderFault fault =
          assertThrows(ReaderFault.AnswerUnknown.class, () -> channel.write(4, PAGE));
      assertTrue(String.valueOf(fault.getMessage()).startsWith("no clear answer while writing"));
      assertEquals("0300FE00", channel.read(4, 4).toHex());
      channel.write(5, PAGE);
      assertEquals(PAGE, channel.read(5, 5));
    }
  }

  @ParameterizedTest
  @EnumSource(ReaderKind.class)
  void write_torn_isUnknownAndThenTheTagIsGone(ReaderKind kind) {
    EmulatedReader reader = laidOn(kind);
    TagChannel channel = opened(reader);
    tag.tearAt(new Tear(2, 4));
    channel.write(5, PAGE);

    assertThrows(ReaderFault.AnswerUnknown.class, () -> channel.write(6, PAGE));
    assertThrows(ReaderFault.TagGone.class, () -> channel.read(6, 6));
    channel.close();

    reader.place(tag);
    assertEquals(PAGE, opened(reader).read(6, 6));
  }

  @ParameterizedTest
  @EnumSource(ReaderKind.class)
  void read_pastTheEnd_leavesTheChannelOfUse(ReaderKind kind) {
    try (TagChannel channel = opened(laidOn(kind))) {
      assertThrows(ReaderFault.class, () -> channel.read(0xE7, 0xE7));
      assertEquals("0300FE00", channel.read(4, 4).toHex());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ReaderKind.class,
      names = {"ACR122U", "PCSC"})
  void exchange_refusedByTheTag_isANak(ReaderKind kind) {
    try (TagChannel channel = opened(laidOn(kind))) {
      assertThrows(
          ReaderFault.TagNak.class,
          () -> channel.exchange(Bytes.ofHex("1B00000000"), "giving the password"));
      assertEquals("0000", channel.exchange(Bytes.ofHex("1BFFFFFFFF"), "the password").toHex());
      assertThrows(
          ReaderFault.TagNak.class, () -> channel.exchange(Bytes.ofHex("3902"), "counter"));
    }
  }

  @Test
  void close_endsTheTransparentSession() {
    EmulatedReader reader = laidOn(ReaderKind.PCSC);
    TagConnection connection = connection(reader);
    Bytes readBlock = Bytes.ofHex("FFB0000404");
    TagChannel channel = channels.open(reader.name(), connection);
    assertEquals("6985", connection.transmit(readBlock).toHex());

    channel.close();
    assertEquals("0300FE009000", connection.transmit(readBlock).toHex());
  }

  @Test
  void close_afterTheTagLeft_isQuiet() {
    EmulatedReader reader = laidOn(ReaderKind.PCSC);
    TagChannel channel = opened(reader);
    reader.remove();

    channel.close();
    assertThrows(ReaderFault.TagGone.class, () -> channel.read(4, 4));
  }

  @Test
  void knownReader_isTriedByItsPathFirst() {
    Path file = folder.resolve("readers");
    TagChannels first = new TagChannels(ReaderProfiles.in(file));
    EmulatedReader reader = laidOn(ReaderKind.PCSC);
    assertEquals(1, first.open(reader.name(), connection(reader)).probeExchanges());
    reader.place(tag);

    TagChannels restarted = new TagChannels(ReaderProfiles.in(file));
    TagChannel channel = restarted.open(reader.name(), connection(reader));
    assertEquals(0, channel.probeExchanges());
    assertEquals(1, channel.exchanges());
  }

  @Test
  void wrongKnowledge_costsOneTrial() throws Exception {
    Path file = folder.resolve("readers");
    Files.write(
        file,
        List.of(
            "nonsense",
            "direct-transmit\tTapwright Emulated Reader",
            "direct-transmit\t60\t16\tTapwright Emulated Reader"));
    EmulatedReader reader = laidOn(ReaderKind.PCSC);
    TagChannel channel =
        new TagChannels(ReaderProfiles.in(file)).open(reader.name(), connection(reader));

    assertEquals(1, channel.probeExchanges());
    assertEquals(
        List.of("transparent-session\t60\t16\tTapwright Emulated Reader"),
        Files.readAllLines(file));
  }

  @Test
  void arguments_outOfRange_areDefects() {
    TagChannel channel = opened(laidOn(ReaderKind.ACR122U));

    assertThrows(IllegalArgumentException.class, () -> channel.read(5, 4));
    assertThrows(IllegalArgumentException.class, () -> channel.read(0, 256));
    assertThrows(IllegalArgumentException.class, () -> channel.write(4, Bytes.of(1, 2, 3)));
  }
}
