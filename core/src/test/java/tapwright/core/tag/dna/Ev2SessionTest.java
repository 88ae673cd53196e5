package tapwright.core.tag.dna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.core.Bytes;
import tapwright.core.Checked;

class Ev2SessionTest {

  private static final Ev2Handshake HANDSHAKE =
      new Ev2Handshake(DnaKeys.MASTER, AesKey.FACTORY, An12196.RND_A_14);

  private static final Ev2Session SESSION_14 =
      new Ev2Session(
          An12196.TI_14,
          An12196.key("1309C877509E5A215007FF0ED19CA564"),
          An12196.key("4C6626F5E72EA694202139295C7A7FC7"),
          0);

  private static final Ev2Session SESSION_23 =
      new Ev2Session(An12196.TI_19, An12196.ENCRYPTION_23, An12196.AUTHENTICATION_23, 2);

  @Test
  void handshake_exampleOfAn12196Table14() {
    assertEquals(Bytes.ofHex("9071000002000000"), HANDSHAKE.command().apdu());
    Ev2Handshake.Proof proof = HANDSHAKE.answered(An12196.CHALLENGE_14).orThrow();
    assertEquals(An12196.RND_B_14, proof.rndB());
    assertEquals(
        Bytes.ofHex("90AF000020").plus(An12196.PROOF_14).plus(Bytes.of(0)), proof.command().apdu());
    assertEquals(SESSION_14, proof.answered(An12196.ANSWER_14).orThrow());
  }

  @Test
  void handshake_exampleOfAn12196Table19() {
    Ev2Handshake handshake = new Ev2Handshake(3, AesKey.FACTORY, An12196.RND_A_19);
    Ev2Handshake.Proof proof = handshake.answered(An12196.CHALLENGE_19).orThrow();
    assertEquals(An12196.PROOF_19, proof.command().data());
    Ev2Session session = proof.answered(An12196.ANSWER_19).orThrow();
    assertEquals(
        new Ev2Session(
            An12196.TI_19,
            An12196.key("7A93D6571E4B180FCA6AC90C9A7488D4"),
            An12196.key("FC4AF159B62E549B5812394CAB1918CC"),
            0),
        session);
    SecuredCommand write =
        session.full(An12196Commands.writeData(DnaFile.PROPRIETARY, 0, An12196.DATA_21));
    assertEquals(An12196.WRITE_21, write.apdu());
    assertEquals(
        new SecuredCommand.Answer(Bytes.EMPTY, session.next()),
        write.answered(An12196.WRITE_ANSWER_21).orThrow());
  }

  @Test
  void handshake_chipWithAnotherKey_isRefused() {
    Ev2Handshake other = new Ev2Handshake(0, An12196.KEY_26, An12196.RND_A_14);
    Ev2Handshake.Proof proof = other.answered(An12196.CHALLENGE_14).orThrow();
    assertRefused(DnaRefusal.KEY_NOT_SHARED, proof.answered(An12196.ANSWER_14));
  }

  @Test
  void handshake_answerOfAnotherLength_isRefused() {
    assertRefused(DnaRefusal.ANSWER_LENGTH, HANDSHAKE.answered(Bytes.zeros(15)));
    Ev2Handshake.Proof proof = HANDSHAKE.answered(An12196.CHALLENGE_14).orThrow();
    assertRefused(DnaRefusal.ANSWER_LENGTH, proof.answered(An12196.ANSWER_14.sliceFrom(1)));
  }

  @Test
  void full_exampleOfAn12196Table17() {
    Bytes data = An12196.NDEF_FILE.padTo(0x80);
    SecuredCommand write = SESSION_14.full(An12196Commands.writeData(DnaFile.NDEF, 0, data));
    assertEquals(An12196.WRITE_17, write.apdu());
    assertEquals(1, write.answered(An12196.WRITE_ANSWER_17).orThrow().session().counter());
  }

  @Test
  void full_exampleOfAn12196Table18() {
    DnaCommand change = new DnaCommand(0x5F, Bytes.of(2), An12196.SETTINGS_18);
    Ev2Session session = SESSION_14.next();
    assertEquals("3E27082AB2ACC1EF55C57547934E9962", session.commandVector().toHex());
    SecuredCommand secured = session.full(change);
    assertEquals(An12196.CHANGE_SETTINGS_18, secured.apdu());
    assertEquals(
        session.next(), secured.answered(An12196.CHANGE_SETTINGS_ANSWER_18).orThrow().session());
  }

  @Test
  void changeKey_exampleOfAn12196Table25() {
    KeyChange change = new KeyChange(2, AesKey.FACTORY, An12196.KEY_25, 1);
    assertEquals(
        "F3847D627727ED3BC9C4CC050489B96601789DFADC", DnaCommand.changeKey(change).data().toHex());
    SecuredCommand secured = SESSION_23.full(DnaCommand.changeKey(change));
    assertEquals(An12196.CHANGE_KEY_25, secured.apdu());
    assertEquals(3, secured.answered(An12196.CHANGE_KEY_ANSWER_25).orThrow().session().counter());
  }

  @Test
  void changeKey_exampleOfAn12196Table26() {
    KeyChange change = new KeyChange(DnaKeys.MASTER, AesKey.FACTORY, An12196.KEY_26, 1);
    assertEquals(
        An12196.CHANGE_KEY_26, SESSION_23.next().full(DnaCommand.changeKey(change)).apdu());
  }

  /** No published example has an old key other than zeros, so this one is worked out by hand. */
  @Test
  void changeKey_ofAnotherKey_isMixedWithTheOldOneAndCheckedOverTheNew() {
    AesKey old = An12196.key("0102030405060708090A0B0C0D0E0F10");
    assertEquals(
        "F2867E667221EA33C0CEC7090987B676" + "07" + "789DFADC",
        new KeyChange(4, old, An12196.KEY_25, 7).encode().toHex());
  }

  @Test
  void coded_exampleOfAn12196Table7() {
    AesKey authentication = An12196.key("8248134A386E86EB7FAF54A52E536CB6");
    Ev2Session session = new Ev2Session(Bytes.ofHex("7A21085E"), AesKey.FACTORY, authentication, 0);
    SecuredCommand asked = session.coded(DnaCommand.getFileSettings(DnaFile.NDEF));
    assertEquals(Bytes.ofHex("90F5000009026597A457C8CD442C00"), asked.apdu());
    Bytes described = Bytes.ofHex("0040EEEE000100D1FE001F00004400004400002000006A0000");
    assertEquals(
        described,
        asked.answered(described.plus(Bytes.ofHex("2A474282E7A47986"))).orThrow().data());
  }

  @Test
  void full_exampleOfAn12196Table28() {
    Ev2Session session =
        new Ev2Session(
            Bytes.ofHex("DF055522"),
            An12196.key("2B4D963C014DC36F24F69A50A394F875"),
            An12196.key("379D32130CE61705DD5FD8C36B95D764"),
            0);
    SecuredCommand asked = session.full(An12196Commands.getCardUid());
    assertEquals(Bytes.ofHex("90510000088E2C155ADDA99BE300"), asked.apdu());
    Bytes answer = Bytes.ofHex("70756055688505B52A5E26E59E329CD6595F672298EA41B7");
    assertEquals(Bytes.ofHex("04958CAA5C5E80"), asked.answered(answer).orThrow().data());
  }

  @Test
  void answered_anyBitFlipped_isRefused() {
    SecuredCommand write =
        SESSION_14.full(An12196Commands.writeData(DnaFile.NDEF, 0, An12196.NDEF_FILE.padTo(0x80)));
    for (int bit = 0; bit < An12196.WRITE_ANSWER_17.size() * 8; bit++) {
      assertRefused(DnaRefusal.ANSWER_CODE, write.answered(flipped(An12196.WRITE_ANSWER_17, bit)));
    }
  }

  @Test
  void answered_withoutCode_isRefused() {
    SecuredCommand asked = SESSION_14.full(An12196Commands.getCardUid());
    assertRefused(DnaRefusal.ANSWER_LENGTH, asked.answered(Bytes.EMPTY));
    assertRefused(DnaRefusal.ANSWER_LENGTH, asked.answered(Bytes.zeros(9)));
  }

  @Test
  void answered_withoutPadding_isRefused() {
    Ev2Session next = SESSION_14.next();
    Bytes unpadded =
        Aes.encipher(SESSION_14.encryption(), next.answerVector(), Bytes.zeros(Aes.BLOCK));
    assertRefused(
        DnaRefusal.ANSWER_PADDING,
        SESSION_14
            .full(An12196Commands.getCardUid())
            .answered(unpadded.plus(next.code(0, unpadded))));
  }

  @Test
  void toString_showsNoSecret() {
    Ev2Handshake.Proof proof = HANDSHAKE.answered(An12196.CHALLENGE_14).orThrow();
    DnaCommand change = DnaCommand.changeKey(new KeyChange(0, AesKey.FACTORY, An12196.KEY_26, 1));
    String all =
        HANDSHAKE + " " + proof + " " + SESSION_14 + " " + change + " " + SESSION_14.full(change);
    for (Bytes secret :
        List.of(
            An12196.RND_A_14,
            An12196.RND_B_14,
            SESSION_14.encryption().value(),
            SESSION_14.authentication().value(),
            An12196.KEY_26.value())) {
      assertFalse(all.contains(secret.toHex()), all);
    }
    assertTrue(all.contains("command C4"), all);
  }

  static Bytes flipped(Bytes bytes, int bit) {
    return bytes.with(bit / 8, Bytes.of(bytes.at(bit / 8) ^ (1 << (bit % 8))));
  }

  static void assertRefused(DnaRefusal expected, Checked<?> seen) {
    assertEquals(expected, assertInstanceOf(Checked.Refused.class, seen).refusal().code());
  }
}
