package tapwright.agent.encode.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.encode.Bench;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.Signal;
import tapwright.agent.reader.TagChannels;
import tapwright.core.Bytes;

/** Each emulated reader under its real name, so that its profile speaks. */
class ReaderModelsTest {

  private static final Bytes LINK = Bench.link(57, 'a');

  private final EmulatedReaders readers = new EmulatedReaders();

  static Stream<Arguments> kindsAndChips() {
    return Stream.of(ReaderKind.values())
        .flatMap(
            kind ->
                Stream.of(EmulatedChip.NTAG213, EmulatedChip.NTAG216)
                    .map(chip -> Arguments.of(kind, chip)));
  }

  private TagPresentation present(EmulatedReader emulated, EmulatedTag tag) {
    emulated.place(tag);
    return new TagEncodingReader(
            Readers.ofProvider(EmulatedReaders.TYPE, readers.provider(), new ParkingClock())
                .open(emulated.name()),
            new TagChannels(ReaderProfiles.inMemory()),
            new TimeAndChance(() -> 0, new Random(0)))
        .awaitTag(Duration.ZERO)
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("kindsAndChips")
  void everyKind_encodesAndVerifiesAtItsFloor(ReaderKind kind, EmulatedChip chip) {
    EmulatedTag tag = Bench.blank(chip);
    try (TagPresentation presentation = present(readers.attach(kind), tag)) {
      EncodeOutcome.Verified verified =
          assertInstanceOf(EncodeOutcome.Verified.class, presentation.encode(Bench.request(LINK)));
      assertEquals(LINK, verified.message());
      int floor = presentation.floor(LINK).orThrow();
      assertTrue(verified.exchanges() <= floor, verified.exchanges() + " of " + floor);
    }
    assertTrue(tag.memory().toHex().contains(LINK.toHex()));
  }

  /** A described reader costs no trial that fails, but where none passes. */
  @ParameterizedTest
  @CsvSource({
    "ACR122U, ACS ACR122U PICC Interface, 0",
    "ACR1252U, ACS ACR1252 Dual Reader PICC, 0",
    "ACR1552U, ACS ACR1552 1S CL Reader PICC, 0",
    "SPRINGCARD, SpringCard Puck Contactless, 0",
    "OMNIKEY_5022, HID Global OMNIKEY 5022 Smart Card Reader, 3",
    "IDENTIV_3700F, Identiv uTrust 3700 F CL Reader, 3",
    "SPRINGCARD, Sample Reader, 2",
    "FF_ONLY, ACS ACR122U PICC Interface, 3"
  })
  void probing_beginsWithTheProfile(ReaderKind kind, String name, int probes) {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG216);
    try (TagPresentation presentation = present(readers.attach(kind, name), tag)) {
      assertEquals(probes, presentation.probeExchanges());
      assertInstanceOf(EncodeOutcome.Verified.class, presentation.encode(Bench.request(LINK)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ACR122U, ACS ACR122U PICC Interface, FF00520000 FF00402E0401000101",
    "ACR1252U, ACS ACR1252 Dual Reader PICC, E00000280108",
    "SPRINGCARD, SpringCard Puck Contactless, FFF00000031E0001 FFF00000031C0050",
    "FF_ONLY, ACS ACR122U PICC Interface, ''",
    "PCSC, ACS ACR1252 Dual Reader PICC, ''",
    "IDENTIV_3700F, Identiv uTrust 3700 F CL Reader, ''"
  })
  void signal_isGivenInTheReadersWayAndIsNoExchange(ReaderKind kind, String name, String commands) {
    EmulatedReader emulated = readers.attach(kind, name);
    try (TagPresentation presentation = present(emulated, Bench.blank(EmulatedChip.NTAG216))) {
      presentation.encode(Bench.request(LINK));
      int exchanges = presentation.exchanges();
      presentation.signal(Signal.GOOD);

      assertEquals(exchanges, presentation.exchanges());
      assertEquals(
          commands.isEmpty()
              ? List.of()
              : Stream.of(commands.split(" ")).map(Bytes::ofHex).toList(),
          emulated.front().ownCommands());
      assertEquals(LINK, presentation.content().orThrow().message());
    }
  }

  @Test
  void signal_afterTheTagLeft_isQuiet() {
    EmulatedReader emulated = readers.attach(ReaderKind.ACR122U, "ACS ACR122U PICC Interface");
    try (TagPresentation presentation = present(emulated, Bench.blank(EmulatedChip.NTAG216))) {
      emulated.remove();
      presentation.signal(Signal.BAD);
    }
    assertEquals(List.of(Bytes.ofHex("FF00520000")), emulated.front().ownCommands());
  }
}
