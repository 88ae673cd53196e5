package tapwright.core.tag.dna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.core.tag.dna.Ev2SessionTest.assertRefused;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Contact;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.ndef.SignedPlace;

class SdmLayoutTest {

  private static final int NLEN = 2;
  private static final Link LINK = new Link("https://example.com/t/ABCDEFGHJK");

  /** AN12196 rev. 2.0, table 18: 20h and 43h, with the two bytes of the length. */
  @Test
  void of_messageOfAn12196_hasItsOffsets() {
    SdmLayout layout = SdmLayout.of(An12196.NDEF_FILE.sliceFrom(NLEN)).orThrow();
    assertEquals(0x20, layout.dataOffset());
    assertEquals(0x43, layout.codeOffset());
  }

  /** As table 18, but for the rights: the example asks for key 1 where this asks for none. */
  @Test
  void encode_enciphered() {
    SdmLayout layout = SdmLayout.of(An12196.NDEF_FILE.sliceFrom(NLEN)).orThrow();
    FileSettings settings = new FileSettings(FileAccess.CARD, Optional.of(layout));
    assertEquals("4000E0C1FE12200000430000430000", settings.encode().toHex());
  }

  @Test
  void encode_plain_namesUidAndCounterApart() {
    Bytes message = message(SignedPlace.PLAIN);
    SdmLayout layout = SdmLayout.of(message).orThrow();
    String text = "00" + "00" + message.toUtf8();
    int uid = text.indexOf("m=") - 2 + "m=".length();
    int counter = uid + "00000000000000x".length();
    int code = text.indexOf("c=") - 2 + "c=".length();
    assertEquals(
        "4000E0C1FEE2%02X0000%02X0000%02X0000%02X0000".formatted(uid, counter, code, code),
        new FileSettings(FileAccess.CARD, Optional.of(layout)).encode().toHex());
  }

  @ParameterizedTest
  @EnumSource
  void of_linkOfACard_pointsAtItsZeros(SignedPlace place) {
    SdmLayout layout = SdmLayout.of(message(place)).orThrow();
    String file = Bytes.zeros(NLEN).plus(message(place)).toUtf8();
    assertEquals("c=0000000000000000", file.substring(layout.codeOffset() - 2));
    String name = place == SignedPlace.PLAIN ? "m=" : "e=";
    assertEquals(name + "00000000000000", file.substring(layout.dataOffset() - 2).substring(0, 16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/t/A",
        "https://example.com/t/A?e=00000000000000000000000000000000",
        "https://example.com/t/A?e=00000000000000000000000000000000&c=000000000000000",
        "https://example.com/t/A?e=EF963FF7828658A599F3041510671E88&c=94EED9EE65337086",
        "https://example.com/t/Ae=00000000000000000000000000000000&c=0000000000000000",
      })
  void of_messageWithoutThePlace_isRefused(String link) {
    Bytes message = CardMessages.of(new Link(link), Optional.empty(), LinkCounting.NONE).getFirst();
    assertRefused(DnaRefusal.SIGNED_PLACE_MISSING, SdmLayout.of(message));
  }

  @Test
  void of_messageWhosePlaceLiesBehindTheFile_isRefused() {
    Bytes query = Bytes.ofUtf8("?" + SignedPlace.ENCIPHERED.text());
    int before = DnaFile.NDEF.sizeBytes() - NLEN - query.size();
    assertEquals(
        NLEN + before + 1, SdmLayout.of(Bytes.zeros(before).plus(query)).orThrow().offset());
    assertRefused(
        DnaRefusal.SIGNED_PLACE_TOO_FAR, SdmLayout.of(Bytes.zeros(before + 1).plus(query)));
  }

  @Test
  void fileSettings_withoutSigning() {
    assertEquals(
        "00E0EE", new FileSettings(FileAccess.FACTORY_NDEF, Optional.empty()).encode().toHex());
    assertEquals("00FFEF", new FileSettings(FileAccess.LOCKED, Optional.empty()).encode().toHex());
  }

  @Test
  void description_ofWhatWasSet_isThat() {
    SdmLayout layout = SdmLayout.of(message(SignedPlace.ENCIPHERED)).orThrow();
    FileSettings set = new FileSettings(FileAccess.CARD, Optional.of(layout));
    Bytes encoded = set.encode();
    Bytes answer =
        Bytes.of(0)
            .plus(encoded.slice(0, 3))
            .plus(Bytes.ofHex("000100"))
            .plus(encoded.sliceFrom(3));
    FileDescription described = FileDescription.parse(answer).orThrow();
    assertTrue(described.isSetTo(set));
    assertTrue(described.signs());
    assertEquals(256, described.sizeBytes());
    assertFalse(described.writesFreely());
    assertFalse(described.isSetTo(new FileSettings(FileAccess.LOCKED, Optional.of(layout))));
  }

  @Test
  void description_ofAChipAsDelivered_isFree() {
    FileDescription described = FileDescription.parse(Bytes.ofHex("0000E0EE000100")).orThrow();
    assertTrue(described.writesFreely());
    assertFalse(described.signs());
    assertFalse(described.isLockedForEver());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "000000E0EE00", "0040E0EE000100", "0000E0EE00010000"})
  void description_thatDoesNotAddUp_isRefused(String answer) {
    assertRefused(DnaRefusal.FILE_DESCRIPTION, FileDescription.parse(Bytes.ofHex(answer)));
  }

  private static Bytes message(SignedPlace place) {
    return CardMessages.signed(LINK, Optional.<Contact>empty(), place).getFirst();
  }
}
