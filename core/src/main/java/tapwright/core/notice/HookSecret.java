package tapwright.core.notice;

import java.util.Base64;
import tapwright.core.Bytes;

/**
 * The secret that a shop and this server share, as Standard Webhooks writes it: {@code whsec_} and
 * the key in base64.
 *
 * @param key what messages are signed with
 */
public record HookSecret(Bytes key) {

  /** Within the 24 to 64 bytes that the Standard Webhooks text allows; one block of SHA-256. */
  public static final int BYTES = 32;

  private static final String PREFIX = "whsec_";

  public HookSecret {
    if (key.size() != BYTES) {
      throw new IllegalArgumentException(
          "a secret has " + key.size() + " bytes, allowed are " + BYTES);
    }
  }

  /** The secret itself, to be shown to its owner. */
  public String reveal() {
    return PREFIX + Base64.getEncoder().encodeToString(key.toArray());
  }

  /** Says nothing: secrets are never shown by accident. */
  @Override
  public String toString() {
    return "HookSecret";
  }
}
