package tapwright.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.core.Bytes;

class HookSignatureTest {

  private static final Instant AT = Instant.ofEpochSecond(1_772_438_400);
  private static final HookSecret ZEROS = new HookSecret(Bytes.zeros(HookSecret.BYTES));

  /** Computed apart, with openssl dgst -sha256 -mac HMAC over the same text. */
  @Test
  void header_isTheSignatureThatOpensslMakes() {
    assertEquals(
        "v1,AgzCJvnvaeul01zNVuweXYdjHhoa3/XpB1hGH0/V+XY=",
        HookSignature.header(List.of(ZEROS), "msg_1", AT, "{\"type\":\"sample\"}"));
  }

  @Test
  void header_bothSecretsInForce_hasASignatureByEach() {
    HookSecret other = new HookSecret(Bytes.ofUtf8("k".repeat(HookSecret.BYTES)));
    assertEquals(
        HookSignature.header(List.of(other), "msg_1", AT, "{}")
            + " "
            + HookSignature.header(List.of(ZEROS), "msg_1", AT, "{}"),
        HookSignature.header(List.of(other, ZEROS), "msg_1", AT, "{}"));
  }

  @Test
  void idWithAFullStop_isADefect() {
    assertThrows(
        IllegalArgumentException.class,
        () -> HookSignature.header(List.of(ZEROS), "a.b", AT, "{}"));
  }

  @Test
  void secret_isShownOnPurposeOnly() {
    assertEquals("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", ZEROS.reveal());
    assertFalse(ZEROS.toString().contains("AAA"));
  }
}
