package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.emulator.type4.Type4Shape;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

class EmulatedType4TagTest {

  private static final Uid UID = Uid.ofHex("04DE5F1EACC040");
  private static final Type4Shape SMALL = new Type4Shape(2, 20, 10, 64);

  private final ReaderFront front = new ReaderFront(ReaderKind.FF_ONLY);
  private EmulatedType4Tag tag = EmulatedType4Tag.plain(SMALL, UID);

  private String said(String command) {
    return front.answer(tag, Bytes.ofHex(command)).toHex();
  }

  private void selectNdef() {
    tag.place();
    assertEquals("9000", said("00A4040007D276000085010100"));
    assertEquals("9000", said("00A4000C02E104"));
  }

  @Test
  void atr_bearsTheHistoricalBytes() {
    assertEquals(
        "3B8180018080", front.atr(EmulatedType4Model.NTAG424.blank(chance())).toHex());
    assertEquals("3B80800101", front.atr(tag).toHex());
  }

  @Test
  void pseudoApdus_areTheReadersOwn() {
    tag = EmulatedType4Model.NTAG424.blank(UID, chance());
    tag.place();
    assertEquals("04DE5F1EACC0409000", said("FFCA000000"));
    assertEquals("0677777102809000", said("FFCA010000"));
    assertEquals("6A81", said("FFCA020000"));
    assertEquals("6981", said("FFB0000410"));
    assertEquals("6981", said("FFD600040401020304"));
    assertEquals("6D00", said("FF00000000"));
    assertEquals("6700", said("FFCA"));
  }

  @Test
  void container_saysWhatTheTagIs() {
    tag.place();
    said("00A4040007D276000085010100");
    said("00A4000C02E103");
    assertEquals("000F200014000A0406E104004000009000", said("00B000000F"));
  }

  @ParameterizedTest
  @EnumSource(names = {"TYPE4", "TYPE4_V1"})
  void application_isNamedByTheMappingVersion(EmulatedType4Model model) {
    tag = model.blank(UID, chance());
    tag.place();
    boolean old = model == EmulatedType4Model.TYPE4_V1;
    assertEquals(old ? "9000" : "6A82", said("00A4040007D2760000850100"));
    assertEquals(old ? "6A82" : "9000", said("00A4040007D276000085010100"));
    said("00A4000C02E103");
    assertEquals(old ? "10" : "20", said("00B000000F").substring(4, 6));
  }

  @Test
  void file_withoutItsApplication_isNotFound() {
    tag.place();
    assertEquals("6A82", said("00A4000C02E104"));
    assertEquals("6985", said("00B0000002"));
    selectNdef();
    tag.cycleField();
    assertEquals("6985", said("00B0000002"));
  }

  @Test
  void update_isReadBack() {
    selectNdef();
    assertEquals("9000", said("00D600020401020304"));
    assertEquals("000001020304009000", said("00B0000007"));
    assertEquals(1, tag.writes());
  }

  /** A plain tag takes extended lengths too, where its buffers are large. */
  @Test
  void extendedLengths_areUnderstood() {
    tag = EmulatedType4Tag.plain(new Type4Shape(2, 300, 300, 512), UID);
    selectNdef();
    assertEquals("9000", said("00D6000000012C" + "AA".repeat(300)));
    assertEquals("AA".repeat(300) + "9000", said("00B0000000012C"));
    assertEquals("AA".repeat(256) + "9000", said("00B0000000"));
  }

  @ParameterizedTest
  @CsvSource({
    "00B0000015, 6700",
    "00B0004001, 6B00",
    "00D600000B0102030405060708090A0B, 6700",
    "00D6003F020102, 6B00",
    "00A4000C02E105, 6A82",
    "00A4080C02E104, 6A86",
    "00C0000000, 6D00",
    "80B0000001, 6E00",
    "00D60000, 6700",
    "00D600000501, 6700",
    "00B0, 6700",
  })
  void commandOutsideOfTheLimits_isRefused(String command, String status) {
    selectNdef();
    assertEquals(status, said(command));
  }

  @Test
  void readOnlyTag_takesNoWrite() {
    tag = EmulatedType4Tag.readOnly(SMALL, UID);
    selectNdef();
    assertEquals("6982", said("00D600000101"));
    assertEquals(0, tag.writes());
    said("00A4000C02E103");
    assertEquals("FF9000", said("00B0000E01"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5, 99})
  void tornWrite_keepsItsFirstBytes(int bytes) {
    selectNdef();
    tag.tearAt(new Tear(2, bytes));
    said("00D600000101");
    assertEquals("", said("00D60000050A0B0C0D0E"));
    assertFalse(tag.inField());
    int kept = Math.min(bytes, 5);
    Bytes expected =
        Bytes.ofHex("0A0B0C0D0E").slice(0, kept).plus(Bytes.ofHex("0100000000").sliceFrom(kept));
    assertEquals(expected, tag.ndefFile().slice(0, 5));
    assertEquals(Optional.empty(), tag.answer(Bytes.ofHex("00B0000001")));
  }

  @Test
  void tornTag_isGoneFromItsReader() {
    EmulatedReaders readers = new EmulatedReaders();
    EmulatedReader reader = readers.attach(ReaderKind.PCSC);
    reader.place(tag);
    tag.tearAt(new Tear(1, 1));
    for (String command : new String[] {"00A4040007D276000085010100", "00A4000C02E104"}) {
      reader.transmit(reader.presentation(), Bytes.ofHex(command));
    }
    assertEquals(
        Optional.empty(),
        reader.transmit(reader.presentation(), Bytes.ofHex("00D60000020506")));
    assertEquals(Optional.empty(), reader.tag());
  }

  private static SplittableRandom chance() {
    return new SplittableRandom(4);
  }
}
