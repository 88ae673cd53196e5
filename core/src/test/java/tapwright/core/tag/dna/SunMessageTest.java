package tapwright.core.tag.dna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.core.tag.dna.Ev2SessionTest.assertRefused;
import static tapwright.core.tag.dna.Ev2SessionTest.flipped;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.Uid;

class SunMessageTest {

  private static final SunKeys FACTORY = DnaKeys.FACTORY.sun();

  private static final SunKeys OWN =
      new SunKeys(
          An12196.key("00112233445566778899AABBCCDDEEFF"),
          An12196.key("5ACE7E50AB65D5D51FD5BF5A16B8205B"));

  /** AN12196 rev. 2.0, tables 2 and 4. */
  private static final String E = "EF963FF7828658A599F3041510671E88";

  private static final String C = "94EED9EE65337086";
  private static final PiccData SIGNED = new PiccData(Uid.ofHex("04DE5F1EACC040"), 61);

  @Test
  void verify_exampleOfAn12196Table4() {
    assertEquals(
        "C704DE5F1EACC0403D0000DA5CF60941", Aes.decipher(AesKey.FACTORY, Bytes.ofHex(E)).toHex());
    assertEquals(
        "3FB5F6E3A807A03D5E3570ACE393776F",
        SdmKeys.authentication(AesKey.FACTORY, SIGNED).value().toHex());
    assertEquals(SIGNED, SunMessage.enciphered(E, C).orThrow().verify(FACTORY).orThrow());
    assertEquals(
        SIGNED,
        SunMessage.enciphered(E.toLowerCase(Locale.ROOT), C.toLowerCase(Locale.ROOT))
            .orThrow()
            .verify(FACTORY)
            .orThrow());
  }

  /** A signed message that also covers enciphered text: AN12196 rev. 2.0, table 5. */
  @Test
  void code_exampleOfAn12196Table5() {
    PiccData data = new PiccData(Uid.ofHex("04958CAA5C5E80"), 8);
    assertEquals(
        data.encode(),
        Aes.decipher(AesKey.FACTORY, Bytes.ofHex("FD91EC264309878BE6345CBE53BADF40")).slice(1, 11));
    AesKey session = SdmKeys.authentication(AesKey.FACTORY, data);
    assertEquals("3ED0920E5E6A0320D823D5987FEAFBB1", session.value().toHex());
    Bytes input = Bytes.ofUtf8("CEE9A53E3E463EF1F459635736738962&cmac=");
    assertEquals("ECC1E7F6C6C73BF6", AesCmac.truncated(session, input).toHex());
  }

  /** AN12196 rev. 2.0, table 3: both keys of one read. */
  @Test
  void keys_exampleOfAn12196Table3() {
    PiccData data = new PiccData(Uid.ofHex("04C767F2066180"), 1);
    assertEquals(
        "3A3E8110E05311F7A3FCF0D969BF2B48",
        SdmKeys.authentication(OWN.fileRead(), data).value().toHex());
    assertEquals(
        "66DA61797E23DECA5D8ECA13BBADF7A9", encryption(OWN.fileRead(), data).value().toHex());
  }

  /** AN12196 rev. 2.0: enciphered text of a file, sixteen times x. */
  @Test
  void fileText_exampleOfAn12196() {
    PiccData data = new PiccData(Uid.ofHex("04958CAA5C5E80"), 1);
    AesKey key = encryption(AesKey.FACTORY, data);
    Bytes vector = Aes.block(key, LittleEndian.bytes(1, 3).padTo(Aes.BLOCK));
    Bytes text = Aes.decipher(key, vector, Bytes.ofHex("94592FDE69FA06E8E3B6CA686A22842B"));
    assertEquals("x".repeat(16), text.toUtf8());
  }

  /** A published link with plain UID and counter (libsdm's own example). */
  @Test
  void verify_plainMirror_exampleOfLibsdm() {
    SunMessage message = SunMessage.plain("041E3C8A2D6B80x000006", "4B00064004B0B3D3").orThrow();
    assertEquals(new PiccData(Uid.ofHex("041E3C8A2D6B80"), 6), message.verify(FACTORY).orThrow());
  }

  @Test
  void verify_anyBitOfEOrCFlipped_isForged() {
    Bytes e = Bytes.ofHex(E);
    Bytes c = Bytes.ofHex(C);
    for (int bit = 0; bit < 128; bit++) {
      assertRefused(
          DnaRefusal.SUN_FORGED, new SunMessage.Enciphered(flipped(e, bit), c).verify(FACTORY));
    }
    for (int bit = 0; bit < 64; bit++) {
      assertRefused(
          DnaRefusal.SUN_FORGED, new SunMessage.Enciphered(e, flipped(c, bit)).verify(FACTORY));
    }
  }

  @Test
  void verify_plainMirrorWithAnotherCounterOrUid_isForged() {
    for (String m : new String[] {"041E3C8A2D6B80x000007", "041E3C8A2D6B81x000006"}) {
      assertRefused(
          DnaRefusal.SUN_FORGED, SunMessage.plain(m, "4B00064004B0B3D3").orThrow().verify(FACTORY));
    }
  }

  @Test
  void verify_withTheKeysOfAnotherCard_isForged() {
    SunMessage message = SunMessage.enciphered(E, C).orThrow();
    assertRefused(DnaRefusal.SUN_FORGED, message.verify(OWN));
    assertRefused(
        DnaRefusal.SUN_FORGED, message.verify(new SunKeys(FACTORY.metaRead(), OWN.fileRead())));
    assertRefused(
        DnaRefusal.SUN_FORGED, message.verify(new SunKeys(OWN.metaRead(), FACTORY.fileRead())));
  }

  /** Each thread has one cipher for all keys; none may see another's. */
  @Test
  void verify_onManyThreadsAtOnce_takesEachMessageWithItsOwnKeysAlone() {
    SunMessage.Enciphered factory = new SigningChip(FACTORY).sign(SIGNED);
    SunMessage.Enciphered own = new SigningChip(OWN).sign(SIGNED);
    boolean kept =
        IntStream.range(0, 4000)
            .parallel()
            .allMatch(
                i ->
                    passes(i % 2 == 0 ? own : factory, i % 2 == 0 ? OWN : FACTORY)
                        && !passes(i % 2 == 0 ? own : factory, i % 2 == 0 ? FACTORY : OWN));
    assertTrue(kept);
  }

  private static boolean passes(SunMessage message, SunKeys keys) {
    return message.verify(keys) instanceof Checked.Passed;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 0xFF, 0x100, 0xFFFF, 0x10000, PiccData.MAX_COUNTER})
  void verify_counterAtItsLimits(int counter) {
    PiccData data = new PiccData(SIGNED.uid(), counter);
    assertEquals(data, new SigningChip(OWN).sign(data).verify(OWN).orThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 94EED9EE65337086",
    "EF963FF7828658A599F3041510671E8, 94EED9EE65337086",
    "EF963FF7828658A599F3041510671E88AA, 94EED9EE65337086",
    "EF963FF7828658A599F3041510671E8G, 94EED9EE65337086",
    "EF963FF7828658A599F3041510671E88, ''",
    "EF963FF7828658A599F3041510671E88, 94EED9EE6533708",
    "EF963FF7828658A599F3041510671E88, 94EED9EE 5337086",
    "٠F963FF7828658A599F3041510671E88, 94EED9EE65337086",
  })
  void enciphered_notOfTheForm_isMalformed(String e, String c) {
    assertRefused(DnaRefusal.SUN_MALFORMED, SunMessage.enciphered(e, c));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "041E3C8A2D6B80", "041E3C8A2D6B80x", "041E3C8A2D6B80y000006", "x"})
  void plain_notOfTheForm_isMalformed(String m) {
    assertRefused(DnaRefusal.SUN_MALFORMED, SunMessage.plain(m, "4B00064004B0B3D3"));
  }

  @Test
  void isPlaceholder_onlyAsItWasWritten() {
    assertTrue(SunMessage.enciphered("0".repeat(32), "0".repeat(16)).orThrow().isPlaceholder());
    assertTrue(SunMessage.plain("00000000000000x000000", "0".repeat(16)).orThrow().isPlaceholder());
    assertFalse(SunMessage.enciphered(E, C).orThrow().isPlaceholder());
    assertFalse(SunMessage.enciphered("0".repeat(32), C).orThrow().isPlaceholder());
    assertFalse(SunMessage.plain("041E3C8A2D6B80x000006", C).orThrow().isPlaceholder());
  }

  @Test
  void texts_showNothingOfTheMessage() {
    SunMessage message = SunMessage.enciphered(E, C).orThrow();
    String refusals = message.verify(OWN) + " " + SunMessage.enciphered(E, C + "0");
    assertFalse((message + refusals).contains(C), refusals);
    assertFalse((message + refusals).contains(E), refusals);
  }

  /** KSesSDMFileReadENC, which no link here uses. */
  private static AesKey encryption(AesKey fileRead, PiccData data) {
    return new AesKey(AesCmac.of(fileRead, Bytes.ofHex("C33C00010080").plus(data.encode())));
  }
}
