package tapwright.agent.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderFront;
import tapwright.agent.emulator.ReaderKind;
import tapwright.core.Bytes;

/** Time stands still but for pauses; what happens during a pause is up to the test. */
class ReadersTest {

  private static final Bytes GET_UID = Bytes.ofHex("FFCA000000");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final EmulatedReaders emulated = new EmulatedReaders();
  private final EmulatedReader reader = emulated.attach(ReaderKind.FF_ONLY);
  private final EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG215, new Random(1));
  private final SteppingClock clock = new SteppingClock();
  private final Readers readers =
      Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), clock);

  private TagConnection connected() {
    reader.place(tag);
    return readers.open(reader.name()).awaitTag(Duration.ZERO).orElseThrow();
  }

  @Test
  void states_tellWhatIsOnEachReader() {
    EmulatedReader empty = emulated.attach(ReaderKind.PCSC);
    reader.place(tag);

    assertEquals(
        List.of(
            new ReaderState(reader.name(), true, new Atr(ReaderFront.ATR), tag.uid()),
            new ReaderState(empty.name(), false, null, null)),
        readers.states());
  }

  @Test
  void answerOfOneByte_isUnknownAndTheReaderIsListedWithoutUid() {
    Readers odd = AnsweringReader.with(Bytes.of(0x90));
    String name = odd.names().getFirst();

    assertEquals(
        List.of(new ReaderState(name, true, new Atr(Bytes.ofHex("3B8180018080")), null)),
        odd.states());
    TagConnection connection = odd.open(name).awaitTag(Duration.ZERO).orElseThrow();
    assertThrows(ReaderFault.AnswerUnknown.class, () -> connection.transmit(GET_UID));
  }

  @Test
  void open_ofAnUnknownName_namesWhatIsAttached() {
    ReaderFault fault =
        assertThrows(ReaderFault.ReaderUnknown.class, () -> readers.open("ACR122U 00 00"));

    assertEquals(
        "no reader is named \"ACR122U 00 00\"; attached: Tapwright Emulated Reader 00 00",
        fault.getMessage());
  }

  @Test
  void service_thatIsNotThere_isSaidWithWhatToDo() {
    Provider nothing =
        new Provider("Nothing", "1", "offers no readers") {
          private static final long serialVersionUID = 1L;
        };
    Readers none = Readers.ofProvider("PC/SC", nothing, clock);

    ReaderFault fault = assertThrows(ReaderFault.ServiceGone.class, none::names);
    assertTrue(String.valueOf(fault.getMessage()).contains("apt install pcscd"));
    assertThrows(ReaderFault.ServiceGone.class, () -> none.open("any"));
  }

  @Test
  void awaitTag_pollsUntilOneComes() {
    clock.atPause(3, () -> reader.place(tag));

    TagConnection connection = readers.open(reader.name()).awaitTag(SECOND).orElseThrow();
    assertEquals(Optional.of(tag.uid()), connection.uid());
    assertTrue(connection.atr().isStorageCard());
    assertEquals(3, clock.pauses());
  }

  @Test
  void awaitTag_givesUpInTime() {
    assertEquals(Optional.empty(), readers.open(reader.name()).awaitTag(SECOND));
    assertEquals(40, clock.pauses());
  }

  @Test
  void awaitTag_interrupted_givesUpAtOnce() {
    clock.atPause(2, () -> Thread.currentThread().interrupt());

    assertEquals(Optional.empty(), readers.open(reader.name()).awaitTag(SECOND));
    assertTrue(Thread.interrupted());
    assertEquals(2, clock.pauses());
  }

  @Test
  void awaitRemoval_seesTheTagLeave() {
    reader.place(tag);
    ReaderSession session = readers.open(reader.name());
    assertFalse(session.awaitRemoval(SECOND));

    clock.atPause(45, reader::remove);
    assertTrue(session.awaitRemoval(SECOND));
  }

  @Test
  void transmit_toATagThatLeft_saysSo() {
    TagConnection connection = connected();
    reader.remove();

    assertThrows(ReaderFault.TagGone.class, () -> connection.transmit(GET_UID));
    connection.close();
  }

  @Test
  void reactivate_wakesTheSameTag() {
    TagConnection connection = connected();
    assertEquals("6300", connection.transmit(Bytes.ofHex("FFB000FF10")).toHex());
    assertEquals("6300", connection.transmit(Bytes.ofHex("FFB0000410")).toHex());

    connection.reactivate();
    assertEquals("0300FE009000", connection.transmit(Bytes.ofHex("FFB0000404")).toHex());
  }

  @Test
  void reactivate_withAnotherTagInItsPlace_isTagGone() {
    TagConnection connection = connected();
    reader.place(EmulatedTag.blank(EmulatedChip.NTAG215, new Random(2)));

    ReaderFault fault = assertThrows(ReaderFault.TagGone.class, connection::reactivate);
    assertTrue(String.valueOf(fault.getMessage()).contains("another is in its place"));
  }

  @Test
  void reactivate_withoutATag_isTagGone() {
    TagConnection connection = connected();
    reader.remove();

    assertThrows(ReaderFault.TagGone.class, connection::reactivate);
  }

  @Test
  void closed_connectionsTakeNoCommand() {
    TagConnection connection = connected();
    connection.close();

    assertThrows(ReaderFault.TagGone.class, () -> connection.transmit(GET_UID));
  }

  @Test
  void atr_ofAChipCard_isNoStorageCard() {
    assertFalse(new Atr(Bytes.ofHex("3B8180018080")).isStorageCard());
    assertFalse(new Atr(Bytes.ofHex("3B8F8001804F0CA000000306110300030000000079")).isStorageCard());
  }
}
