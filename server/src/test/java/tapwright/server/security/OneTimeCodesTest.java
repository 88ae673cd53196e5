package tapwright.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Bytes;

class OneTimeCodesTest {

  /** The secret of RFC 6238 appendix B. */
  private static final Bytes SECRET = Bytes.ofUtf8("12345678901234567890");

  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111L);
  private static final long STEP = 37_037_037L;

  private final OneTimeCodes codes = new OneTimeCodes(new Random(3));

  /** The last 6 of the 8 digits of RFC 6238 appendix B. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void code_isThatOfTheStandard(long second, String code) {
    assertEquals(code, codes.at(SECRET, second / 30));
    assertEquals(
        OptionalLong.of(second / 30), codes.step(SECRET, code, Instant.ofEpochSecond(second), 0));
  }

  @Test
  void step_ofACodeOfTheNeighbours_isTaken() {
    assertEquals(OptionalLong.of(STEP - 1), shown(STEP - 1, 0));
    assertEquals(OptionalLong.of(STEP + 1), shown(STEP + 1, 0));
  }

  @Test
  void step_furtherAway_isNot() {
    assertEquals(OptionalLong.empty(), shown(STEP - 2, 0));
    assertEquals(OptionalLong.empty(), shown(STEP + 2, 0));
  }

  @Test
  void step_thatWasUsed_isNotTakenAgain() {
    assertEquals(OptionalLong.empty(), shown(STEP, STEP));
    assertEquals(OptionalLong.empty(), shown(STEP - 1, STEP));
    assertEquals(OptionalLong.of(STEP + 1), shown(STEP + 1, STEP));
  }

  private OptionalLong shown(long step, long used) {
    return codes.step(SECRET, codes.at(SECRET, step), NOW, used);
  }

  @Test
  void secrets_areWhatPhonesTake() {
    assertEquals(20, codes.drawSecret().size());
    assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", codes.base32(SECRET));
    assertEquals(
        "otpauth://totp/Tapwright:sample%40example.com"
            + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tapwright",
        codes.uri(SECRET, "Tapwright", "sample@example.com"));
  }

  @Test
  void recoveryCode_has80Bits() {
    assertTrue(codes.drawRecoveryCode().matches("[a-z2-7]{16}"));
  }
}
