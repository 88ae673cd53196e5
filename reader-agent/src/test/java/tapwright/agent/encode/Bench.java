package tapwright.agent.encode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.reader.ReaderProfiles;
import tapwright.agent.reader.TagChannels;
import tapwright.core.Bytes;

/** One emulated reader with the whole stack above it. */
public final class Bench {

  private final EmulatedReader emulated;
  private final TagEncodingReader reader;
  private long nanos;

  public Bench(ReaderKind kind) {
    EmulatedReaders readers = new EmulatedReaders();
    emulated = readers.attach(kind);
    reader =
        new TagEncodingReader(
            Readers.ofProvider(EmulatedReaders.TYPE, readers.provider(), new ParkingClock())
                .open(emulated.name()),
            new TagChannels(ReaderProfiles.inMemory()),
            new TimeAndChance(() -> nanos += 1_000_000, new Random(1)));
  }

  public static EmulatedTag blank(EmulatedChip chip) {
    return EmulatedTag.blank(chip, new Random(chip.lastPage()));
  }

  /** Lays the tag on the reader. */
  public TagPresentation present(EmulatedTag tag) {
    emulated.place(tag);
    return reader.awaitTag(Duration.ZERO).orElseThrow();
  }

  /** One presentation from laying down to taking away. */
  public EncodeOutcome encode(EmulatedTag tag, EncodeRequest request) {
    try (TagPresentation presentation = present(tag)) {
      return presentation.encode(request);
    } finally {
      emulated.remove();
    }
  }

  public static EncodeRequest request(Bytes message) {
    return new EncodeRequest(List.of(message), Counting.NONE);
  }

  /** A link message of so many bytes, told from others by the letter that it is filled with. */
  public static Bytes link(int bytes, char letter) {
    Bytes rest = Bytes.ofUtf8(String.valueOf(letter).repeat(bytes - 5));
    return Bytes.of(0xD1, 0x01, bytes - 4, 0x55, 0x04).plus(rest);
  }

  /** A link of 40 bytes and behind it a contact, so many bytes in all. */
  public static Bytes linkAndContact(int bytes) {
    int payload = bytes - 40 - 16;
    Bytes header = Bytes.of(0x42, 0x0A, 0, 0, payload >> 8, payload & 0xFF);
    String text = "BEGIN:VCARD\r\nFN:Sample Person\r\n".repeat(30).substring(0, payload);
    return link(40, 'l')
        .with(0, Bytes.of(0x91))
        .plus(header)
        .plus(Bytes.ofUtf8("text/vcard" + text));
  }
}
