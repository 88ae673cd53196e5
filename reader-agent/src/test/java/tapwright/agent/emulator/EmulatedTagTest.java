package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** Frames in hexadecimal; an answer is data, {@code ACK}, {@code NAK n} or {@code -}. */
class EmulatedTagTest {

  private static final Uid UID = Uid.ofHex("04E141124C2880");

  private final EmulatedTag ntag213 = placed(EmulatedChip.NTAG213);
  private final EmulatedTag ntag215 = placed(EmulatedChip.NTAG215);
  private final EmulatedTag ntag216 = placed(EmulatedChip.NTAG216);
  private final EmulatedTag ev1 = placed(EmulatedChip.MF0UL21);

  private static EmulatedTag placed(EmulatedChip chip) {
    EmulatedTag tag = EmulatedTag.blank(chip, UID);
    tag.place();
    return tag;
  }

  private static String ask(EmulatedTag tag, String frame) {
    return switch (tag.answer(Bytes.ofHex(frame))) {
      case TagAnswer.Data data -> data.bytes().toHex();
      case TagAnswer.Ack ack -> "ACK";
      case TagAnswer.Nak nak -> "NAK " + nak.code();
      case TagAnswer.Silence silence -> "-";
    };
  }

  /** Asks and wakes the tag again, for a row of frames of which some are refused. */
  private static String askAwake(EmulatedTag tag, String frame) {
    tag.select();
    return ask(tag, frame);
  }

  private static void frames(EmulatedTag tag, String... frames) {
    for (String frame : frames) {
      assertEquals("ACK", ask(tag, frame), frame);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NTAG213,0004040201000F03,2C",
    "NTAG215,0004040201001103,86",
    "NTAG216,0004040201001303,E6",
    "MF0UL11,0004030101000B03,13",
    "MF0UL21,0004030101000E03,28"
  })
  void blank_answersAsItsChip(EmulatedChip chip, String version, String lastPage) {
    EmulatedTag tag = placed(chip);

    assertEquals(version, ask(tag, "60"));
    assertEquals(Integer.parseInt(lastPage, 16), chip.lastPage());
    assertEquals("00000000", ask(tag, "3A" + lastPage + lastPage));
    assertEquals("NAK 0", ask(tag, "3A%s%02X".formatted(lastPage, chip.pageCount())));
  }

  @Test
  void blank_holdsUidCheckBytesAndCapabilityContainer() {
    // 88 ^ 04 ^ E1 ^ 41 = 2C; 12 ^ 4C ^ 28 ^ 80 = F6
    assertEquals("04E1412C124C2880F6480000E1103E00", ask(ntag215, "3000"));
    assertEquals("04E1412C124C2880F648000000000000", ask(ev1, "3000"));
  }

  @ParameterizedTest
  @CsvSource({
    "NTAG213,0103A00C340300FE0000000000000000",
    "NTAG215,0300FE00000000000000000000000000",
    "NTAG216,0300FE00000000000000000000000000",
    "MF0UL11,00000000000000000000000000000000",
    "MF0UL21,00000000000000000000000000000000"
  })
  void blank_holdsFactoryUserMemory(EmulatedChip chip, String pages) {
    assertEquals(pages, ask(placed(chip), "3004"));
  }

  @ParameterizedTest
  @CsvSource({
    "NTAG213,28,000000BD040000FF0005000000000000",
    "NTAG215,82,000000BD040000FF0005000000000000",
    "NTAG216,E2,000000BD040000FF0005000000000000",
    "MF0UL21,24,000000BD000000FF0005000000000000"
  })
  void blank_showsLockAndConfigurationButNoPassword(EmulatedChip chip, String page, String shown) {
    assertEquals(shown, ask(placed(chip), "30" + page));
  }

  @Test
  void read_nearTheEnd_rollsOverToPageZero() {
    assertEquals("000000000000000004E1412C124C2880", ask(ntag216, "30E5"));
    assertEquals("NAK 0", ask(ntag216, "30E7"));
  }

  @Test
  void fastRead_overAllPages_isAsLongAsTheChip() {
    assertEquals(0xE7 * 4 * 2, ask(ntag216, "3A00E6").length());
  }

  @ParameterizedTest
  @CsvSource({"3A0504", "3A00E7", "30", "FF", "A20401020304FF", "1B00", "3C01", "6000"})
  void badFrame_isRefusedAndHalts(String frame) {
    assertEquals("NAK 0", ask(ntag216, frame));
    assertEquals("-", ask(ntag216, "60"));

    ntag216.select();
    assertEquals("0004040201001303", ask(ntag216, "60"));
  }

  @Test
  void write_replacesUserPages() {
    frames(ntag215, "A20403050102", "A204AABBCCDD");

    assertEquals("AABBCCDD", ask(ntag215, "3A0404"));
    assertEquals(2, ntag215.writes());
  }

  @ParameterizedTest
  @CsvSource({"A20001020304", "A20101020304", "A28701020304", "A2FF01020304"})
  void write_whereNothingMayBeWritten_isRefused(String frame) {
    assertEquals("NAK 0", ask(ntag215, frame));
    assertEquals(0, ntag215.writes());
  }

  @Test
  void compatibilityWrite_takesFourOfSixteenBytes() {
    frames(ntag215, "A005", "01020304" + "FF".repeat(12));

    assertEquals("0102030400000000", ask(ntag215, "3A0506"));
  }

  @Test
  void capabilityContainer_onlyGainsBits() {
    frames(ntag213, "A20300000F0F");

    assertEquals("E1101F0F", ask(ntag213, "3A0303"));
  }

  @Test
  void staticLock_onlyGainsBitsAndKeepsTheUid() {
    frames(ntag213, "A202FFFF0001", "A20200008000");

    assertEquals("F6488001", ask(ntag213, "3A0202"));
  }

  @ParameterizedTest
  @CsvSource({"0800,03,04", "1000,04,05", "8000,07,06", "0001,08,09", "0080,0F,0E", "0002,09,0A"})
  void staticLockBit_locksItsPage(String bits, String locked, String open) {
    frames(ntag215, "A2020000" + bits);

    assertEquals("NAK 0", askAwake(ntag215, "A2" + locked + "01020304"));
    assertEquals("ACK", askAwake(ntag215, "A2" + open + "01020304"));
  }

  @ParameterizedTest
  @CsvSource({"0100,0800", "0200,F003", "0400,00FC"})
  void staticBlockBit_freezesItsLockBits(String block, String frozen) {
    frames(ntag215, "A2020000" + block, "A2020000FFFF");

    int bits = Integer.parseInt(ask(ntag215, "3A0202").substring(4), 16);
    assertEquals(0, bits & Integer.parseInt(frozen, 16));
    assertEquals(0xFFFF & ~Integer.parseInt(frozen, 16), bits);
  }

  @ParameterizedTest
  @CsvSource({
    "NTAG213,28,010000,10,12",
    "NTAG213,28,800000,1F,20",
    "NTAG213,28,000800,27,25",
    "NTAG215,82,010000,1F,20",
    "NTAG215,82,800000,81,7F",
    "NTAG216,E2,800000,8F,90",
    "NTAG216,E2,002000,E1,DF",
    "MF0UL21,24,000200,23,21"
  })
  void dynamicLockBit_locksItsRun(
      EmulatedChip chip, String lockPage, String bits, String locked, String open) {
    EmulatedTag tag = placed(chip);
    frames(tag, "A2" + lockPage + bits + "00");

    assertEquals(bits + "BD", ask(tag, "3A" + lockPage + lockPage));
    assertEquals("NAK 0", askAwake(tag, "A2" + locked + "01020304"));
    assertEquals("ACK", askAwake(tag, "A2" + open + "01020304"));
  }

  @Test
  void dynamicBlockBits_freezeWithoutLocking() {
    frames(ntag213, "A22800003F00", "A228FFFF0000");

    assertEquals("00003FBD", ask(ntag213, "3A2828"));
    assertEquals("ACK", ask(ntag213, "A22001020304"));
  }

  @Test
  void dynamicLock_allBitsWritten_setsThoseThereAre() {
    frames(ntag213, "A228FFFFFF00");

    assertEquals("FF0F3FBD", ask(ntag213, "3A2828"));
    assertEquals("NAK 0", ask(ntag213, "A22701020304"));
  }

  @Test
  void configurationLock_countsFromTheNextPowerUp() {
    frames(ntag215, "A28440050000", "A283040000FF");
    ntag215.cycleField();

    assertEquals("NAK 0", askAwake(ntag215, "A28400050000"));
    assertEquals("NAK 0", askAwake(ntag215, "A283040000FF"));
    assertEquals("ACK", askAwake(ntag215, "A28501020304"));
  }

  @Test
  void password_neverReadsBack() {
    frames(ntag215, "A28511223344", "A286ABCDFFFF");

    assertEquals("0000000000000000", ask(ntag215, "3A8586"));
    assertEquals("11223344ABCD0000", ntag215.memory().sliceFrom(0x85 * 4).toHex());
  }

  @Test
  void protectedPages_openForThePasswordOnly() {
    frames(ntag215, "A28511223344", "A286ABCD0000", "A28304000010");

    assertEquals("NAK 0", askAwake(ntag215, "A21001020304"));
    assertEquals("ACK", askAwake(ntag215, "A20F01020304"));
    assertEquals("00000000", askAwake(ntag215, "3A1010"));
    assertEquals("NAK 0", askAwake(ntag215, "1B11223345"));
    assertEquals("ABCD", askAwake(ntag215, "1B11223344"));
    assertEquals("ACK", ask(ntag215, "A21001020304"));
  }

  @Test
  void authentication_endsWithTheField() {
    frames(ntag215, "A28304000010");
    assertEquals("0000", ask(ntag215, "1BFFFFFFFF"));
    ntag215.cycleField();

    assertEquals("NAK 0", ask(ntag215, "A21001020304"));
  }

  @Test
  void readProtection_hidesPagesAndRollsOverBeforeThem() {
    frames(ntag215, "A28480050000", "A28304000010");

    assertEquals("NAK 0", askAwake(ntag215, "3010"));
    assertEquals("NAK 0", askAwake(ntag215, "3A0F10"));
    assertEquals("0000000004E1412C124C2880F6480000", askAwake(ntag215, "300F"));
  }

  @Test
  void failedTries_overTheLimit_shutThePasswordOut() {
    frames(ntag215, "A28402050000");

    assertEquals("NAK 0", askAwake(ntag215, "1B00000000"));
    assertEquals("0000", askAwake(ntag215, "1BFFFFFFFF"));
    assertEquals("NAK 0", askAwake(ntag215, "1B00000000"));
    assertEquals("NAK 0", askAwake(ntag215, "1B00000000"));
    assertEquals("NAK 4", askAwake(ntag215, "1BFFFFFFFF"));
  }

  @Test
  void counter_movesAtTheFirstReadOfEachFieldPower() {
    frames(ntag216, "A2E410050000");
    assertEquals("000000", ask(ntag216, "3902"));
    assertEquals(32, ask(ntag216, "3004").length());
    assertEquals(8, ask(ntag216, "3A0404").length());
    assertEquals("010000", ask(ntag216, "3902"));

    ntag216.cycleField();
    ask(ntag216, "60");
    assertEquals("010000", ask(ntag216, "3902"));
    ask(ntag216, "3A0404");
    assertEquals("020000", ask(ntag216, "3902"));
  }

  @Test
  void counter_atItsEnd_stays() {
    EmulatedTag worn =
        new EmulatedTag(EmulatedChip.NTAG213, ntag213.memory(), new int[] {0, 0, 0xFFFFFE}, 0);
    worn.place();
    frames(worn, "A22A10050000");
    for (int i = 0; i < 3; i++) {
      ask(worn, "3004");
      worn.cycleField();
    }

    assertEquals("FFFFFF", ask(worn, "3902"));
  }

  @Test
  void counter_switchedOffOrUnderPassword_isNotShown() {
    assertEquals("NAK 0", askAwake(ntag213, "3902"));
    assertEquals("ACK", askAwake(ntag213, "A22A18050000"));
    assertEquals("NAK 0", askAwake(ntag213, "3902"));
    assertEquals("0000", askAwake(ntag213, "1BFFFFFFFF"));
    assertEquals("000000", ask(ntag213, "3902"));
  }

  @Test
  void ultralightCounters_areIncrementedByCommand() {
    frames(ev1, "A50005000000", "A50001000000");

    assertEquals("060000", ask(ev1, "3900"));
    assertEquals("000000", ask(ev1, "3902"));
    assertEquals("BD", ask(ev1, "3E00"));
    assertEquals("NAK 4", askAwake(ev1, "A500FFFFFF00"));
    assertEquals("NAK 0", askAwake(ev1, "3903"));
    assertEquals("NAK 0", ask(ntag213, "A50001000000"));
  }

  /** The data sheet's own example, section 8.7.3: UID and counter 3F31h at page 0Ch, byte 1. */
  @Test
  void mirror_ofUidAndCounter_isTheDataSheetsText() {
    EmulatedTag tag =
        new EmulatedTag(EmulatedChip.NTAG213, ntag213.memory(), new int[] {0, 0, 0x3F30}, 0);
    tag.place();
    frames(tag, "A22A10050000", "A229D4000CFF");

    String shown = Bytes.ofHex(ask(tag, "3A0C12")).slice(1, 22).toUtf8();
    assertEquals("04E141124C2880x003F31", shown);
    assertEquals(Bytes.zeros(28), tag.memory().slice(0x0C * 4, 0x13 * 4));
  }

  @ParameterizedTest
  @CsvSource({
    "A22A00050000,A22944000CFF,04E141124C2880",
    "A22A10050000,A22984000CFF,000001",
    "A22A00050000,A229C4000CFF,04E141124C2880",
    "A22A18050000,A229C4000CFF,04E141124C2880",
    "A22A00050000,A22984000CFF,''",
    "A22A10050000,A22904000CFF,''",
    "A22A10050000,A229C40003FF,''",
    "A22A10050000,A229F40022FF,''"
  })
  void mirror_showsWhatIsConfiguredAndFits(String access, String mirror, String text) {
    frames(ntag213, access, mirror);

    Bytes overlaid = Bytes.ofHex(ask(ntag213, "3A0C11"));
    assertEquals(Bytes.ofUtf8(text).padTo(24), overlaid);
    assertEquals("000000BD", ask(ntag213, "3A2828"));
  }

  @ParameterizedTest
  @EnumSource(EmulatedChip.class)
  void tear_atAnyByte_leavesThePageHalfWritten(EmulatedChip chip) {
    for (int bytes = 0; bytes <= 4; bytes++) {
      EmulatedTag tag = placed(chip);
      frames(tag, "A206A1A2A3A4");
      tag.tearAt(new Tear(2, bytes));
      frames(tag, "A207B1B2B3B4");

      assertEquals("-", ask(tag, "A206C1C2C3C4"));
      assertFalse(tag.inField());
      tag.cycleField();
      assertEquals("-", ask(tag, "3006"));
      tag.place();
      String expected = "C1C2C3C4".substring(0, 2 * bytes) + "A1A2A3A4".substring(2 * bytes);
      assertEquals(expected, ask(tag, "3006").substring(0, 8));
    }
  }

  @Test
  void tear_atLockOrCapabilityPage_writesAllOrNothing() {
    for (String page : new String[] {"02", "03", "82"}) {
      EmulatedTag tag = placed(EmulatedChip.NTAG215);
      Bytes before = tag.memory();
      tag.tearAt(new Tear(1, 3));

      assertEquals("-", ask(tag, "A2" + page + "FFFFFFFF"));
      assertEquals(before, tag.memory());
    }
  }

  @Test
  void blank_fromAGenerator_isTheSameForTheSameSeed() {
    EmulatedTag one = EmulatedTag.blank(EmulatedChip.NTAG216, new Random(7));
    EmulatedTag same = EmulatedTag.blank(EmulatedChip.NTAG216, new Random(7));

    assertEquals(one.uid(), same.uid());
    assertTrue(one.uid().toString().startsWith("04"));
  }

  @Test
  void signature_isNoMakers() {
    assertEquals("00".repeat(32), ask(ntag216, "3C00"));
  }

  @Test
  void away_isSilent() {
    EmulatedTag away = EmulatedTag.blank(EmulatedChip.NTAG216, UID);

    assertInstanceOf(TagAnswer.Silence.class, away.answer(Bytes.of(0x60)));
  }
}
