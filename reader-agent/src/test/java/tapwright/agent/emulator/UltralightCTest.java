package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;

class UltralightCTest {

  private static final Bytes FACTORY_KEY = Bytes.ofUtf8("IEMKAERB!NACUOYF");
  private static final Bytes RND_A = Bytes.ofHex("A0A1A2A3A4A5A6A7");
  private static final TagAnswer NAK = new TagAnswer.Nak(0);
  private static final TagAnswer ACK = new TagAnswer.Ack();

  private final EmulatedTag tag = EmulatedTag.blank(EmulatedChip.ULTRALIGHT_C, new Random(4));

  private TagAnswer ask(String frame) {
    return tag.answer(Bytes.ofHex(frame));
  }

  private Bytes data(String frame) {
    return assertInstanceOf(TagAnswer.Data.class, ask(frame)).bytes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"60", "3A0007", "3C00", "3902", "1BFFFFFFFF", "302C", "3030", "AF"})
  void commandsOfOtherChipsAndTheKey_areRefused(String frame) {
    tag.place();
    assertEquals(NAK, ask(frame));
  }

  @Test
  void blank_showsSettingsAndNoKey() {
    tag.place();
    assertEquals("00000000000000003000000000000000", data("3028").toHex());
    String end = data("302B").toHex();
    assertEquals("00000000", end.substring(0, 8));
    assertEquals(tag.memory().slice(0, 12).toHex(), end.substring(8));
  }

  @Test
  void rightKey_opensWhatAuth0Guards() throws GeneralSecurityException {
    tag.place();
    assertEquals(ACK, ask("A22A04000000"));
    assertEquals(NAK, ask("3004"));
    tag.cycleField();
    authenticate(FACTORY_KEY);
    assertEquals(ACK, ask("A20401020304"));
    assertEquals("01020304", data("3004").toHex().substring(0, 8));
    assertEquals(ACK, ask("A22B01000000"));
    tag.cycleField();
    assertEquals("01020304", data("3004").toHex().substring(0, 8));
    assertEquals(NAK, ask("A20400000000"));
  }

  @Test
  void wrongKeyOrAnotherCommandBetween_isRefused() throws GeneralSecurityException {
    tag.place();
    Bytes challenge = data("1A00");
    assertEquals(0xAF, challenge.at(0));
    assertEquals(9, challenge.size());
    assertEquals(NAK, ask("AF" + "00".repeat(16)));
    tag.cycleField();
    data("1A00");
    assertEquals(NAK, ask("3004"));
    tag.cycleField();
    assertInstanceOf(TagAnswer.Nak.class, secondHalf(Bytes.ofUtf8("another key 16 b")));
  }

  @Test
  void counter_isSetOnceAndThenGrows() {
    tag.place();
    assertEquals(ACK, ask("A22934120000"));
    assertEquals(ACK, ask("A2290F000000"));
    assertEquals("43120000", data("3029").toHex().substring(0, 8));
  }

  @Test
  void blockLockingBit_freezesItsLockBits() {
    tag.place();
    assertEquals(ACK, ask("A22801000000"));
    assertEquals(ACK, ask("A228EEF00000"));
    assertEquals("E1F00000", data("3028").toHex().substring(0, 8));
  }

  private void authenticate(Bytes key) throws GeneralSecurityException {
    Bytes answer = assertInstanceOf(TagAnswer.Data.class, secondHalf(key)).bytes();
    assertEquals(9, answer.size());
    assertEquals(0, answer.at(0));
  }

  private TagAnswer secondHalf(Bytes key) throws GeneralSecurityException {
    Bytes challenge = data("1A00").sliceFrom(1);
    Bytes rndB = crypt(Cipher.DECRYPT_MODE, key, Bytes.zeros(8), challenge);
    Bytes both = RND_A.plus(rndB.sliceFrom(1)).plus(rndB.slice(0, 1));
    return tag.answer(Bytes.of(0xAF).plus(crypt(Cipher.ENCRYPT_MODE, key, challenge, both)));
  }

  private static Bytes crypt(int mode, Bytes key, Bytes vector, Bytes data)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding");
    byte[] three = key.plus(key.slice(0, 8)).toArray();
    cipher.init(mode, new SecretKeySpec(three, "DESede"), new IvParameterSpec(vector.toArray()));
    return Bytes.copyOf(cipher.doFinal(data.toArray()));
  }
}
