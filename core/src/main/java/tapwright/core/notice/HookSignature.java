package tapwright.core.notice;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a message by the Standard Webhooks convention, version v1: HMAC-SHA-256 over id,
 * time and body, joined by full stops.
 */
public final class HookSignature {

  private static final String HMAC = "HmacSHA256";

  private HookSignature() {}

  /**
   * What the header {@code webhook-signature} says: a signature by each secret, with spaces
   * between.
   *
   * @param id without full stops, which would leave open where it ends
   */
  public static String header(List<HookSecret> secrets, String id, Instant at, String body) {
    if (secrets.isEmpty() || id.indexOf('.') >= 0) {
      throw new IllegalArgumentException(
          secrets.size()
              + " secrets for message "
              + id
              + ", allowed are 1 or more and no full stop");
    }
    byte[] signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
    return secrets.stream().map(secret -> of(secret, signed)).collect(Collectors.joining(" "));
  }

  private static String of(HookSecret secret, byte[] signed) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.key().toArray(), HMAC));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java lacks what every Java must have", e);
    }
  }
}
