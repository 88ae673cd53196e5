package tapwright.core.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.write.Capacity;
import tapwright.core.tag.write.WritePlan;

class TagModelTest {

  @ParameterizedTest
  @CsvSource({
    "NTAG210, 0004040101000B03, E1100600, 46, none, 10, 14",
    "NTAG212, 0004040101000E03, E1101000, 121, 24, 25, 29",
    "NTAG213, 0004040201000F03, E1101200, 137, 28, 29, 2D",
    "NTAG213F, 0004040401000F03, E1101200, 137, 28, 29, 2D",
    "NTAG213TT, 0004040203000F03, E1101200, 137, 28, 29, 2E",
    "NTAG215, 0004040201001103, E1103E00, 492, 82, 83, 87",
    "NTAG216, 0004040201001303, E1106D00, 868, E2, E3, E7",
    "NTAG216F, 0004040401001303, E1106D00, 868, E2, E3, E7",
    "MF0UL11, 0004030101000B03, E1100600, 46, none, 10, 14",
    "MF0ULH11, 0004030201000B03, E1100600, 46, none, 10, 14",
    "MF0UL21, 0004030101000E03, E1101000, 126, 24, 25, 29",
    "MF0ULH21, 0004030201000E03, E1101000, 126, 24, 25, 29"
  })
  void model_hasTheMemoryOfItsDataSheet(
      TagModel model,
      String version,
      String container,
      int capacity,
      String lockPage,
      String configurationPage,
      String pageCount) {
    assertEquals(model, TagModel.ofVersion(Bytes.ofHex(version)).orThrow());
    assertEquals(Bytes.ofHex(container), model.container());
    assertEquals(capacity, model.capacityBytes());
    assertEquals(
        lockPage, model.dynamicLockPage().map(page -> "%02X".formatted(page)).orElse("none"));
    assertEquals(configurationPage, "%02X".formatted(model.configurationPage()));
    assertEquals(pageCount, "%02X".formatted(model.pageCount()));
  }

  @Test
  void ultralightC_hasNoVersionAndNoPassword() {
    TagModel model = TagModel.ULTRALIGHT_C;
    assertEquals(Optional.empty(), model.version());
    assertFalse(model.hasConfigurationPages());
    assertEquals(Bytes.ofHex("E1101200"), model.container());
    assertEquals(142, model.capacityBytes());
    assertEquals(Optional.of(0x28), model.dynamicLockPage());
    assertEquals(0x30, model.pageCount());
  }

  @ParameterizedTest
  @CsvSource({
    "0004040201001203, tag-version-unknown, NTAG215 (0004040201001103)",
    "00040402, tag-version-unknown, NTAG215 (0004040201001103)",
    "0053040201000F03, tag-maker-foreign, Shanghai Feiju (53)",
    "0005340201001103, tag-maker-foreign, copies by Feiju",
    "0034210101000E03, tag-maker-foreign, Mikron (34)",
    "0099040201000F03, tag-maker-foreign, its maker is 99",
    "0004040502011303, tag-chip-unsupported, NTAG I2C 1k",
    "0004040502021503, tag-chip-unsupported, a second processor",
    "0004040201010F03, tag-chip-unsupported, NTAG213C",
    "0004030104000F03, tag-chip-unsupported, Ultralight AES"
  })
  void ofVersion_ofNoModel_saysWhatItIs(String version, String code, String words) {
    Refusal refusal =
        assertInstanceOf(Checked.Refused.class, TagModel.ofVersion(Bytes.ofHex(version))).refusal();
    assertEquals(code, refusal.code().code());
    assertTrue(refusal.message().contains(words), refusal.message());
  }

  @ParameterizedTest
  @EnumSource
  void capacity_isReachedExactly(TagModel model) {
    TagSnapshot blank = Sample.blank(model);
    int capacity = model.capacityBytes();
    TagSnapshot full = Sample.holding(model, Sample.contact(capacity));
    TlvReading.Found found = assertInstanceOf(TlvReading.Found.class, full.reading().orThrow());
    assertEquals(Sample.contact(capacity), found.message());
    Checked<WritePlan> over = WritePlan.of(blank, Sample.contact(capacity + 1));
    String message = assertInstanceOf(Checked.Refused.class, over).refusal().message();
    assertTrue(message.contains(", 1 more than " + model.label()), message);
  }

  @Test
  void tooLong_saysWhichModelsWouldFit() {
    String message =
        assertInstanceOf(
                Checked.Refused.class,
                WritePlan.of(Sample.blank(TagModel.NTAG213), Sample.contact(150)))
            .refusal()
            .message();
    assertEquals(
        "the message has 150 bytes, 13 more than NTAG213 can hold (137);"
            + " it fits NTAG215 (492), NTAG216 (868), NTAG216F (868)",
        message);
    assertEquals("it fits no known chip", Capacity.fitting(869));
  }

  @ParameterizedTest
  @CsvSource({
    "E1103E00, NTAG215",
    "E1106D00, NTAG216",
    "E1101200, NTAG213 or Ultralight C",
    "E1101000, Ultralight EV1 MF0UL21 or NTAG212",
    "E1100600, 'Ultralight, Ultralight EV1 MF0UL11 or NTAG210'"
  })
  void ofContainer_namesAllThatItMayBe(String container, String name) {
    assertEquals(name, identityOf(container).orThrow().name());
  }

  @Test
  void ofContainer_unknownSize_isRefused() {
    assertEquals(
        TagRefusal.CONTAINER_UNKNOWN,
        assertInstanceOf(Checked.Refused.class, identityOf("E1102200")).refusal().code());
  }

  private static Checked<TagIdentity> identityOf(String container) {
    return TagIdentity.ofContainer(new CapabilityContainer(Bytes.ofHex(container)));
  }
}
