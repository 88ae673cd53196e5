package tapwright.core.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.RefusalCode;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.write.WritePlan;

class TagSnapshotTest {

  @Test
  void uid_withFittingCheckBytes_isRead() {
    assertEquals(
        Uid.ofHex("04E141124C2880"),
        TagSnapshot.uidIn(Sample.blank(TagModel.NTAG215).image()).orThrow());
  }

  @ParameterizedTest
  @CsvSource({"04E1412D 124C2880 F6480000", "04E1412C 124C2881 F6480000"})
  void uid_withOtherCheckBytes_isRefused(String head) {
    Checked<Uid> uid = TagSnapshot.uidIn(MemoryImage.UNKNOWN.with(0, Bytes.ofHex(head)));
    assertEquals(TagRefusal.UID_CHECK_BYTES, codeOf(uid));
  }

  @ParameterizedTest
  @CsvSource({
    "03 03 D00000 FE, 16, D00000",
    "00 00 03 03 D00000 FE, 18, D00000",
    "01 03 A00C34 03 03 D00000 FE, 21, D00000",
    "02 03 A01044 03 03 D00000 FE, 21, D00000",
    "FD 02 AABB 03 00 FE, 20, ''",
    "44 02 AABB 03 00 FE, 20, ''",
    "03 FF0003 D00000 FE, 16, D00000",
    "03 00 FE, 16, ''"
  })
  void reading_findsTheMessage(String user, int address, String message) {
    TlvReading.Found found =
        assertInstanceOf(TlvReading.Found.class, readingOf(TagModel.NTAG213, user));
    assertEquals(address, found.slot().address());
    assertEquals(Bytes.ofHex(message), found.message());
  }

  @ParameterizedTest
  @CsvSource({
    "FE, 16",
    "01 03 A00C34 FE, 21",
    "00 00 FE, 16",
    "FD 01 AA 00 FE, 19",
  })
  void reading_withoutMessage_givesThePlaceForOne(String user, int address) {
    TlvReading.Absent absent =
        assertInstanceOf(TlvReading.Absent.class, readingOf(TagModel.NTAG213, user));
    assertEquals(address, absent.slot().address());
  }

  @ParameterizedTest
  @CsvSource({
    "01 02 A00C 03 00 FE, has 2 bytes",
    "03 FE 00, 'claims 254 bytes, behind its length are 142'",
    "03 FF FFFF, claims 65535 bytes",
    "FD FF 0400, claims 1024 bytes"
  })
  void reading_ofBlocksThatDoNotAddUp_isMalformed(String user, String fault) {
    TlvReading.Malformed malformed =
        assertInstanceOf(TlvReading.Malformed.class, readingOf(TagModel.NTAG213, user));
    assertTrue(malformed.refusal().message().contains(fault), malformed.refusal().message());
  }

  @Test
  void reading_withReservedBytesAmongThoseOfMessages_isRefused() {
    // Memory control: 2 bytes reserved at 1 * 16 + 8 = 24; they lie inside the message.
    TagSnapshot tag = Sample.holding(TagModel.NTAG213, "0203 180204 03 05 D1 EEEE 01 01 5541 FE");
    assertEquals(
        TagRefusal.CONTROL_TORN,
        assertInstanceOf(Checked.Refused.class, tag.reading()).refusal().code());
    assertEquals(
        TagRefusal.CONTROL_TORN,
        assertInstanceOf(Checked.Refused.class, WritePlan.of(tag, Sample.link(30)))
            .refusal()
            .code());
  }

  @Test
  void reading_withReservedBytesBeforeTheMessage_isRefused() {
    // Lock control: 12 bits at 10 * 2^1 + 0 = 20, the two bytes behind this very TLV; a phone that
    // passes over none of them finds a block of type C8 there and no message.
    String torn = "0103A00C B1C8FD23" + "00".repeat(35) + "03 05 D101015541 FE";
    assertEquals(
        TagRefusal.CONTROL_TORN,
        assertInstanceOf(Checked.Refused.class, Sample.holding(TagModel.NTAG213, torn).reading())
            .refusal()
            .code());
  }

  @Test
  void reading_ofWhatWasNotRead_namesThePages() {
    TagSnapshot tag = Sample.glimpsed(TagModel.NTAG215).with(4, Bytes.ofHex("033CD101"));
    TlvReading.Unread unread = assertInstanceOf(TlvReading.Unread.class, tag.reading().orThrow());
    assertEquals(4, unread.firstPage());
    assertEquals(19, unread.lastPage());
  }

  @ParameterizedTest
  @CsvSource({"00000000, true", "E1100000, true", "E1100600, false", "E1100400, false"})
  void lacksContainer_onUltralight_whenItIsNoneYet(String page, boolean lacks) {
    TagSnapshot tag = Sample.blank(TagModel.MF0UL11).with(3, Bytes.ofHex(page));
    assertEquals(lacks, tag.lacksContainer());
  }

  @Test
  void container_thatCannotBeFinished_isRefused() {
    TagSnapshot tag = Sample.blank(TagModel.MF0UL11).with(3, Bytes.ofHex("01100600"));
    assertTrue(tag.lacksContainer());
    TagSnapshot spoilt = Sample.blank(TagModel.MF0UL11).with(3, Bytes.ofHex("02000000"));
    assertFalse(spoilt.lacksContainer());
    assertEquals(TagRefusal.CONTAINER_INVALID, codeOf(spoilt.container()));
  }

  @Test
  void container_beyondTheChip_isRefused() {
    TagSnapshot tag = Sample.blank(TagModel.NTAG213).with(3, Bytes.ofHex("E1106D00"));
    assertEquals(TagRefusal.CONTAINER_TOO_LARGE, codeOf(tag.container()));
  }

  @Test
  void readOnlyContainer_refusesThePlan() {
    TagSnapshot tag = Sample.blank(TagModel.NTAG213).with(3, Bytes.ofHex("E110120F"));
    assertEquals(TagRefusal.READ_ONLY, codeOf(WritePlan.of(tag, Sample.link(30))));
  }

  @ParameterizedTest
  @CsvSource({
    "NTAG213, F6481000, 000000BD, 04",
    "NTAG213, F64800FF, 000000BD, 08-0F",
    "NTAG213, F648F8FF, FF0F00BD, 03-27",
    "NTAG213, F6480000, 020000BD, 12-13",
    "NTAG215, F6480000, 010000BD, 10-1F",
    "NTAG215, F6480000, 800000BD, 80-81",
    "NTAG216, F6480000, 002000BD, E0-E1",
    "MF0UL21, F6480000, 000200BD, 22-23",
    "MF0UL11, F6488000, '', 07"
  })
  void lockBits_lockTheirPages(TagModel model, String page2, String lockPage, String locked) {
    TagSnapshot tag = Sample.blank(model).with(2, Bytes.ofHex(page2));
    if (model.dynamicLockPage().isPresent()) {
      tag = tag.with(model.dynamicLockPage().orElseThrow(), Bytes.ofHex(lockPage));
    }
    assertEquals(locked, Protection.range(Protection.of(tag).locked()));
  }

  @Test
  void protection_namesWhatIsLockedAndWhatWasWanted() {
    TagSnapshot locked = Sample.blank(TagModel.NTAG213).with(2, Bytes.ofHex("F6484000"));
    List<PageWrite> writes = WritePlan.of(locked, Sample.link(30)).orThrow().writes();
    assertEquals(
        "pages 06 of NTAG213 are locked for ever; to be written are pages 05-0D",
        locked.protectionAgainst(writes).orElseThrow().message());
    TagSnapshot guarded =
        Sample.blank(TagModel.NTAG213).with(0x29, Bytes.ofHex("0400000C 00050000"));
    assertEquals(
        "NTAG213 asks for its password before it changes pages from 0C on (AUTH0); to be written are"
            + " pages 05-0D",
        guarded.protectionAgainst(writes).orElseThrow().message());
    assertTrue(Sample.blank(TagModel.NTAG213).protectionAgainst(writes).isEmpty());
  }

  private static TlvReading readingOf(TagModel model, String user) {
    return Sample.holding(model, user).reading().orThrow();
  }

  private static RefusalCode codeOf(Checked<?> checked) {
    return assertInstanceOf(Checked.Refused.class, checked).refusal().code();
  }
}
