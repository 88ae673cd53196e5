package tapwright.agent.encode.type2;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.encode.Bench;
import tapwright.agent.encode.IdleField;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannels;
import tapwright.agent.reader.TracedConnection;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * Writes the transcripts that no hardware has given yet: an NTAG213 is encoded on each emulated
 * reader, and the answer to the third write is lost.
 */
final class DerivedTranscripts {

  private static final Uid TAG = Uid.ofHex("04E141124C2880");
  private static final int LOST_WRITE = 3;

  /** {@code https://example.com/t/SAMPLE0000}, as the one record of a message. */
  private static final Bytes MESSAGE =
      Bytes.ofHex("D1011955 04").plus(Bytes.ofUtf8("example.com/t/SAMPLE0000"));

  /**
   * Of which sheets each emulated reader is made, and under which name PC/SC shows the real one.
   */
  private static final Map<String, List<String>> READERS =
      new TreeMap<>(
          Map.of(
              "acr122u",
              List.of("ACS ACR122U PICC Interface", "ACR122U API 2.04 section 5.2"),
              "acr1252u",
              List.of(
                  "ACS ACR1252 Dual Reader [ACR1252 Dual Reader PICC]",
                  "ACM1252U-Y3 Reference Manual 1.03 page 23"),
              "acr1552u",
              List.of("ACS ACR1552 1S CL Reader PICC", "ACM1252U-Y3 Reference Manual 1.03 page 23"),
              "omnikey-5022",
              List.of("HID Global OMNIKEY 5022 Smart Card Reader", "PC/SC part 3 section 3.2.2.1"),
              "omnikey-5427",
              List.of("HID OMNIKEY 5427 CK CL", "PC/SC part 3 section 3.2.2.1"),
              "identiv-3700f",
              List.of("Identiv uTrust 3700 F CL Reader", "uTrust 4701F manual 1.2 section 6.2.1"),
              "identiv-4701f",
              List.of(
                  "Identiv uTrust 4701 F Dual Interface Reader [uTrust 4701 F CL Reader]",
                  "uTrust 4701F manual 1.2 section 6.2.1"),
              "springcard",
              List.of("SpringCard Puck Contactless", "PMD2271-BA section 3.3.7 and annex A"),
              "pcsc",
              List.of("Sample PC/SC Reader", "PC/SC part 3 supplement 2 section 3.2.4")));

  private DerivedTranscripts() {}

  public static void main(String... none) throws IOException {
    for (Map.Entry<String, List<String>> reader : READERS.entrySet()) {
      List<String> text = of(reader.getKey(), reader.getValue().get(0), reader.getValue().get(1));
      Files.write(Transcript.FOLDER.resolve(reader.getKey() + ".transcript"), text);
    }
  }

  private static List<String> of(String id, String name, String sheet) {
    EmulatedReaders readers = new EmulatedReaders();
    EmulatedReader reader = readers.attach(ReaderKind.ofLabel(id).orElseThrow(), name);
    List<String> text =
        new ArrayList<>(
            List.of(
                "# A blank NTAG213 is encoded; the reader misses the tag's answer to one write.",
                "# Never seen on hardware: the emulated reader, made after the sheet, wrote it.",
                "origin = derived from " + sheet,
                "reader = " + reader.name(),
                "tag = NTAG213 " + TAG,
                "message = " + MESSAGE,
                "lost = " + LOST_WRITE,
                ""));
    reader.front().loseAnswerOfWrite(LOST_WRITE);
    reader.place(EmulatedTag.blank(EmulatedChip.NTAG213, TAG));
    encode(readers, reader, text);
    return text;
  }

  private static void encode(EmulatedReaders readers, EmulatedReader reader, List<String> text) {
    TagChannels channels = new TagChannels(ReaderProfiles.inMemory());
    Readers attached =
        Readers.ofProvider(EmulatedReaders.TYPE, readers.provider(), new ParkingClock());
    try (TagPresentation presentation =
        Type2Presentation.of(
            channels.open(
                reader.name(),
                new TracedConnection(
                    attached.open(reader.name()).awaitTag(Duration.ZERO).orElseThrow(), text::add)),
            new IdleField(),
            () -> 0)) {
      presentation.encode(Bench.request(MESSAGE));
    }
  }
}
