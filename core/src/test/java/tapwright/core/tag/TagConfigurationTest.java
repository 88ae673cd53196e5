package tapwright.core.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.memory.NdefSlot;

class TagConfigurationTest {

  private static final TagConfiguration FACTORY =
      new TagConfiguration(Bytes.ofHex("040000FF"), Bytes.ofHex("00050000"));

  @Test
  void factorySettings_areAllOff() {
    assertEquals(Optional.empty(), FACTORY.mirror());
    assertEquals(0xFF, FACTORY.passwordFrom());
    assertFalse(FACTORY.isCounting() || FACTORY.isLocked() || FACTORY.isReadProtected());
  }

  /** The example of the data sheet, section 8.7.3: both from byte 1 of page 0Ch on. */
  @Test
  void mirror_ofTheDataSheetsExample_isReadAndWritten() {
    MirrorWindow window = new MirrorWindow(MirrorContent.UID_AND_COUNTER, 0x0C * 4 + 1);
    assertEquals(Bytes.ofHex("D4000CFF"), FACTORY.withMirror(window).cfg0());
    assertEquals(Optional.of(window), FACTORY.withMirror(window).mirror());
    assertEquals(FACTORY, FACTORY.withMirror(window).withoutMirror());
  }

  @Test
  void counter_setsItsBitAndNoOther() {
    assertEquals(Bytes.ofHex("10050000"), FACTORY.withCounter().cfg1());
    assertTrue(FACTORY.withCounter().isCounting());
    TagConfiguration odd = new TagConfiguration(Bytes.ofHex("0F55AA20"), Bytes.ofHex("C7050102"));
    assertEquals(Bytes.ofHex("D7050102"), odd.withCounter().cfg1());
    assertTrue(odd.isLocked() && odd.isReadProtected());
    MirrorWindow window = new MirrorWindow(MirrorContent.UID, 19);
    assertEquals(Bytes.ofHex("7F550420"), odd.withMirror(window).cfg0());
  }

  @ParameterizedTest
  @CsvSource({
    "UID_AND_COUNTER, 04E141124C2880x003F31, true",
    "UID_AND_COUNTER, 04E141124C2881x003F31, false",
    "UID_AND_COUNTER, 04E141124C2880x003f31, false",
    "UID_AND_COUNTER, 04E141124C2880y003F31, false",
    "UID_AND_COUNTER, 00000000000000x000000, false",
    "UID, 04E141124C2880, true",
    "COUNTER, 003F31, true",
    "COUNTER, 003F3G, false",
    "COUNTER, 003F3, false"
  })
  void window_showsTheTagsOwnUidAndAnyCounter(MirrorContent content, String text, boolean shows) {
    MirrorWindow window = new MirrorWindow(content, 40);
    assertEquals(shows, window.shows(Bytes.ofUtf8(text), Uid.ofHex("04E141124C2880")));
  }

  @ParameterizedTest
  @CsvSource({"NTAG213, 139, true", "NTAG213, 140, false", "NTAG215, 499, true"})
  void window_beyondTheLastPageForIt_isRefused(TagModel model, int address, boolean allowed) {
    Bytes placeholder = Bytes.ofUtf8("00000000000000x000000");
    NdefSlot slot = new NdefSlot(address - 2, 1000, Set.of());
    Checked<MirrorWindow> window = MirrorWindow.over(placeholder, placeholder, slot, model);
    assertEquals(allowed, window instanceof Checked.Passed<MirrorWindow>, window.toString());
  }
}
